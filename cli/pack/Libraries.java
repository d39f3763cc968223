import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Puts the libraries of the program into one jar, as the class path would show them: of two files
 * with one name the first wins. A search for a class that is nowhere (picocli looks for Groovy)
 * opens every jar of a class path, and archives of loaded classes take none whose format is older
 * than Java 6 (picocli's, and the expressions of jinjava); both cost every start of the program.
 *
 * <p>Run from its source. The same jars give the same bytes.
 */
final class Libraries {

  /** Jars hold some classes once more for later Javas; these are taken for the oldest of ours. */
  private static final Runtime.Version OLDEST_JAVA = Runtime.Version.parse("17");

  private static final Pattern TERMS =
      Pattern.compile("(META-INF/)?[^/]*(LICENSE|NOTICE|COPYING)[^/]*");
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/MANIFEST\\.MF|META-INF/[^/]*\\.(SF|RSA|DSA)|module-info\\.class");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final ClassLoader all;

  private Libraries(List<Path> jars) {
    URL[] urls = jars.stream().map(Libraries::url).toArray(URL[]::new);
    all = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** Usage: Libraries OUT CLASS-PATH; folders on the class path are left out. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    List<Path> jars =
        Stream.of(args[1].split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .toList();
    var libraries = new Libraries(jars);
    for (Path jar : jars) {
      libraries.add(jar);
    }
    Path unfinished = out.resolveSibling(out.getFileName() + ".new");
    Files.createDirectories(out.getParent());
    libraries.write(unfinished);
    Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path path) throws IOException {
    try (var jar = new JarFile(path.toFile(), false, JarFile.OPEN_READ, OLDEST_JAVA)) {
      for (JarEntry entry : jar.versionedStream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory() && !LEFT_OUT.matcher(name).matches()) {
          add(path, name, jar.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private void add(Path jar, String name, byte[] content) {
    if (TERMS.matcher(name).matches()) {
      String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      files.put(
          "META-INF/libraries/" + library + "/" + name.replaceFirst("^META-INF/", ""), content);
    } else if (name.startsWith("META-INF/services/")) {
      files.merge(name, content, Libraries::lines);
    } else {
      files.putIfAbsent(name, name.endsWith(".class") ? current(content) : content);
    }
  }

  private static byte[] lines(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + 1 + second.length);
    both[first.length] = '\n';
    System.arraycopy(second, 0, both, first.length + 1, second.length);
    return both;
  }

  /** The class in the format of Java 8 if it is older than Java 6: with maps of the stack. */
  private byte[] current(byte[] content) {
    var reader = new ClassReader(content);
    if (reader.readUnsignedShort(6) >= Opcodes.V1_6) {
      return content;
    }
    var writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return all;
          }
        };
    reader.accept(new Upgrade(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private void write(Path out) throws IOException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
  }

  /** Raises the version of a class; subroutines, which later formats lack, are written out. */
  private static final class Upgrade extends ClassVisitor {

    Upgrade(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String generic, String parent, String[] interfaces) {
      super.visit(Opcodes.V1_8, access, name, generic, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String generic, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, generic, exceptions);
      return new JSRInlinerAdapter(next, access, name, descriptor, generic, exceptions);
    }
  }
}
