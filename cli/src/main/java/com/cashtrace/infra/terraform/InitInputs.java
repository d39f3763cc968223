package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.file.Folders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a root that init depends on: settings and backend, and where modules come from. All
 * else may change without it, which is the point: most changes of a spec change arguments only.
 */
final class InitInputs {

  /**
   * A top-level block, laid out as {@code terraform fmt} does: it ends with a brace in column 1.
   */
  private static final Pattern BLOCK =
      Pattern.compile("^(terraform|module)\\b.*?(?:^\\}|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern ORIGIN =
      Pattern.compile("^module\\b.*|^\\s*(source|version)\\s*=.*", Pattern.MULTILINE);

  private InitInputs() {}

  /** Text that is the same as long as init has nothing new to do. */
  static String of(Path root) {
    StringBuilder inputs = new StringBuilder();
    files(root)
        .forEach(
            (name, file) -> {
              String text = Folders.read(file).map(bytes -> new String(bytes, UTF_8)).orElse("");
              inputs.append(name).append('\n');
              append(name, text, inputs);
            });
    return inputs.toString();
  }

  private static void append(String name, String text, StringBuilder inputs) {
    if (name.endsWith(".json")) {
      inputs.append(text).append('\n');
      return;
    }
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      String block = blocks.group();
      if (blocks.group(1).equals("module")) {
        ORIGIN.matcher(block).results().forEach(line -> inputs.append(line.group()).append('\n'));
      } else {
        inputs.append(block).append('\n');
      }
    }
  }

  /** The configuration files of the root and the modules in it, by their path below it. */
  private static Map<String, Path> files(Path root) {
    Map<String, Path> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean hidden = folder.getFileName().toString().startsWith(".");
              return hidden && !folder.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = file.toString();
              if (name.endsWith(".tf") || name.endsWith(".tf.json")) {
                files.put(root.relativize(file).toString(), file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw DiskTrouble.reading(root, e);
    }
    return files;
  }
}
