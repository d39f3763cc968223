package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of golden/render holds environments and the trees that they must give. The modules
 * are stand-ins, so that work on a module does not touch these files.
 */
class RenderGoldenTest {

  private static final Path GOLDEN =
      GeneratedFile.repository().resolve("cli/src/test/resources/golden/render");

  @TempDir Path modules;

  @TestFactory
  List<DynamicTest> rendersWhatIsExpected() throws IOException {
    standInModules();
    List<DynamicTest> tests = new ArrayList<>();
    for (Path project : children(GOLDEN)) {
      List<String> names = new SpecFolder(project).environments();
      assertThat(names).as(project.toString()).isNotEmpty();
      assertThat(
              children(project.resolve("expected")).stream().map(p -> p.getFileName().toString()))
          .as("expected trees that have no environment in %s", project)
          .isSubsetOf(names);
      for (String name : names) {
        String title = project.getFileName() + "/" + name;
        tests.add(DynamicTest.dynamicTest(title, () -> check(project, name)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void check(Path project, String name) throws IOException {
    Resources resources = new Resources(Map.of("terraform-modules", modules));
    Environment environment = SampleEnvironments.load(project, name);
    Renderer renderer = SampleEnvironments.renderer(resources);
    RenderedTree tree = renderer.render(environment);
    assertThat(renderer.render(environment)).as("rendered twice").isEqualTo(tree);
    Path expected = project.resolve("expected").resolve(name);
    if (Boolean.getBoolean("update")) {
      replace(expected, tree);
    }
    assertThat(tree.files())
        .as("%s is not current; run: mvn test -Dtest=RenderGoldenTest -Dupdate=true", expected)
        .isEqualTo(read(expected));
  }

  private void standInModules() throws IOException {
    for (String path : Resources.packaged().list("terraform-modules/aws")) {
      String name = path.split("/", -1)[2];
      Path folder = Files.createDirectories(modules.resolve("aws").resolve(name));
      Files.writeString(folder.resolve("main.tf"), "# " + name + "\n");
      Files.writeString(folder.resolve("README.md"), "# not vendored\n");
    }
  }

  private static void replace(Path folder, RenderedTree tree) throws IOException {
    for (String stale : read(folder).keySet()) {
      Files.delete(folder.resolve(stale));
    }
    for (Map.Entry<String, String> file : tree.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          files.put(folder.relativize(path).toString(), Files.readString(path));
        }
      }
    }
    return files;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
