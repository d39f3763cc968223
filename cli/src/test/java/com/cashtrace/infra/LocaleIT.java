package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a machine that counts and writes in another language. */
@Timeout(120)
class LocaleIT {

  private static final String PLAN =
      GeneratedFile.repository()
          .resolve("cli/src/test/resources/report/residency/from/plan-foreign.json")
          .toString();

  @TempDir Path folder;

  @Test
  void writesTheSameBytesInEachLanguage() throws Exception {
    PackagedProgram program = PackagedProgram.in(folder);
    String[] report = {
      "residency-report",
      "--from",
      "plan",
      "--input",
      PLAN,
      "--as-of",
      "2026-11-22",
      "--format",
      "html"
    };
    String expected = program.run(report).out();
    assertThat(expected).contains("2026-11-22");

    for (String locale :
        List.of("-Duser.language=tr -Duser.country=TR", "-Duser.language=ar -Duser.country=EG")) {
      PackagedProgram abroad = program.with("JAVA_TOOL_OPTIONS", locale);
      assertThat(abroad.run(report).out()).as(locale).isEqualTo(expected);
    }
  }
}
