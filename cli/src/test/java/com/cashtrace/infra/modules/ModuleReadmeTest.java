package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the READMEs tell of variables, outputs and modules is what the files say. */
class ModuleReadmeTest {

  private final List<TerraformModule> modules = TerraformModule.all();

  @TestFactory
  Stream<DynamicTest> tellsTheVariablesAndOutputsThatAreThere() {
    return modules.stream().map(module -> dynamicTest(module.name(), () -> isCurrent(module)));
  }

  private static void isCurrent(TerraformModule module) throws IOException {
    String text = module.readme().withGenerated("\n" + ModuleTables.of(module));
    new GeneratedFile(module.path("README.md")).mustBe(text);
  }

  @TestFactory
  Stream<DynamicTest> hasARowForEachVariableAndOutput() {
    return modules.stream().map(module -> dynamicTest(module.name(), () -> hasAllRows(module)));
  }

  /** Counts what stands at the start of a line, without the reader of HCL that makes the rows. */
  private static void hasAllRows(TerraformModule module) throws IOException {
    long declared = 0;
    for (String kind : List.of("variable", "output")) {
      String file = Files.readString(module.folder().resolve(kind + "s.tf"));
      declared += file.lines().filter(line -> line.startsWith(kind + " \"")).count();
    }
    String tables = ModuleTables.of(module);
    assertThat(tables.lines().filter(line -> line.startsWith("| `"))).hasSize((int) declared);
  }

  @Test
  void theOverviewTellsWhatEachModuleIsFor() throws IOException {
    StringBuilder table = new StringBuilder("\n| module | what it is |\n|---|---|\n");
    for (TerraformModule module : modules) {
      String link = "[`" + module.name() + "`](aws/" + module.name() + "/README.md)";
      table.append("| " + link + " | " + module.readme().firstParagraph() + " |\n");
    }
    GeneratedFile overview = new GeneratedFile("terraform-modules/README.md");
    ModuleReadme readme =
        ModuleReadme.of(GeneratedFile.repository().resolve("terraform-modules/README.md"));
    overview.mustBe(readme.withGenerated(table + "\n"));
  }
}
