package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.audit.TrailFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Turkish has an i without a dot, and Arabic, Persian and Thai have digits of their own. */
class LocaleTest {

  private static final Path DOCUMENTS =
      GeneratedFile.repository().resolve("cli/src/test/resources/report/residency/from");

  private static final Locale HERE = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void goHome() {
    Locale.setDefault(HERE);
  }

  @TestFactory
  Stream<DynamicTest> changesNoByteOfWhatIsJudgedScannedAndReported() throws IOException {
    Locale.setDefault(Locale.ROOT);
    prepare();
    List<String> expected = said();
    return Stream.of("tr-TR", "ar-EG", "fa-IR", "de-DE", "th-TH-u-nu-thai", "hi-IN-u-nu-deva")
        .map(locale -> DynamicTest.dynamicTest(locale, () -> saysThereToo(locale, expected)));
  }

  private void saysThereToo(String locale, List<String> expected) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    List<String> said = said();
    assertThat(said).hasSameSizeAs(expected);
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i)).isEqualTo(expected.get(i));
    }
    Path again = TrailFolder.in(folder.resolve(locale)).path();
    assertThat(names(again)).isEqualTo(names(folder.resolve("trail")));
  }

  private void prepare() throws IOException {
    for (String name : List.of("plan-foreign.json", "state-foreign.json")) {
      String text = Files.readString(DOCUMENTS.resolve(name));
      Files.writeString(folder.resolve(name), text.replace("eu-west-1", "IL-CENTRAL-1"));
    }
    Files.writeString(folder.resolve("cut.json"), "{\"format_version\":\"1.2\",\n\n  12");
    TrailFolder.in(folder.resolve("trail"));
    Path specs = Files.createDirectories(folder.resolve("environments"));
    String base = Files.readString(GeneratedFile.repository().resolve("environments/base.yaml"));
    Files.writeString(specs.resolve("base.yaml"), base);
    Files.writeString(specs.resolve("odd.yaml"), "extends: base.yaml\n\nI: 1\nSERVİCES: {}\n");
  }

  /** What every form of every command in question says. */
  private List<String> said() {
    List<String> said = new ArrayList<>();
    for (String form : List.of("text", "json", "sarif", "junit", "github")) {
      said.add(run("residency", "scan", "plan-foreign.json", "--format", form));
      said.add(run("residency", "scan", "cut.json", "--format", form));
      said.add(run("validate", "odd", "--format", form));
    }
    for (String form : List.of("text", "html", "markdown", "json", "csv", "oscal")) {
      said.add(run("residency-report", "production", "--format", form, repository()));
      for (String kind : List.of("plan", "state")) {
        String file = kind + "-foreign.json";
        said.add(
            run(
                "residency-report",
                "--from",
                kind,
                "--input",
                file,
                "--trail",
                "trail",
                "--format",
                form));
      }
    }
    said.add(run("audit", "show", "./trail"));
    said.add(run("audit", "verify", "./trail", "--format", "json"));
    return said;
  }

  private static String repository() {
    return "--directory=" + GeneratedFile.repository();
  }

  private String run(String... words) {
    CommandRun run = CommandRun.in(folder, words);
    assertThat(run.exitCode()).as(run.err()).isNotEqualTo(70);
    return String.join(" ", words) + "\n" + run.exitCode() + run.out() + run.err();
  }

  private static List<String> names(Path trail) throws IOException {
    try (Stream<Path> files = Files.list(trail.resolve("records"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A number by the machine's locale is one that the next machine does not read. */
  @Test
  void formatsNoNumberByTheLocaleOfTheMachine() throws IOException {
    Pattern number = Pattern.compile("%[-0-9,.$]*[dfeg]\\b");
    List<String> found = new ArrayList<>();
    Path sources = GeneratedFile.repository().resolve("cli/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        number
            .matcher(text)
            .results()
            .filter(hit -> !before(text, hit.start()).contains("Locale.ROOT"))
            .forEach(hit -> found.add(file.getFileName() + ": " + hit.group()));
      }
    }
    assertThat(found).isEmpty();
  }

  /** The statement up to there. */
  private static String before(String text, int at) {
    return text.substring(Math.max(text.lastIndexOf(";\n", at), 0), at);
  }
}
