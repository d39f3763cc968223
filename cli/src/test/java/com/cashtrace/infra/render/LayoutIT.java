package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Real {@code terraform fmt} finds nothing to change in what is rendered. */
class LayoutIT {

  private static final Renderer RENDERER = SampleEnvironments.renderer();

  /** Many environments a run, since a start of terraform costs far more than an environment. */
  @Property(tries = 3, edgeCases = EdgeCasesMode.NONE)
  void terraformFmtFindsNothingToChangeInRandomEnvironments(
      @ForAll("specs") List<Map<String, Object>> specs) throws Exception {
    try (Scratch scratch = Scratch.create()) {
      for (int i = 0; i < specs.size(); i++) {
        String yaml = RandomSpecs.json(specs.get(i), i);
        write(scratch.folder(), SampleEnvironments.of("e" + i, yaml));
      }
      check(scratch.folder());
    }
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> specs() {
    return RandomSpecs.specs().list().ofSize(50);
  }

  @Example
  void terraformFmtFindsNothingToChangeInTheReferenceEnvironments() throws Exception {
    Path repository = GeneratedFile.repository();
    Path golden = repository.resolve("cli/src/test/resources/golden/render/whole");
    try (Scratch scratch = Scratch.create()) {
      for (Path project : List.of(repository, golden)) {
        for (String name : new SpecFolder(project).environments()) {
          write(scratch.folder(), SampleEnvironments.load(project, name));
        }
      }
      check(scratch.folder());
    }
  }

  private static void check(Path folder) throws Exception {
    TerraformTool.Result fmt =
        TerraformTool.find().run(folder, "fmt", "-check", "-diff", "-recursive");
    assertThat(fmt.output()).isEmpty();
    assertThat(fmt.status()).isZero();
  }

  /** Without the modules, which are the same in all, and are proved where they are tested. */
  private static void write(Path folder, Environment environment) throws IOException {
    for (Map.Entry<String, String> file : RENDERER.render(environment).files().entrySet()) {
      if (file.getKey().startsWith("modules/")) {
        continue;
      }
      Path path = folder.resolve(environment.name()).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
