package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.doctor.Check;
import com.cashtrace.infra.doctor.Examination;
import com.cashtrace.infra.doctor.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorReportsTest {

  private static final Examination MIXED =
      new Examination(
          List.of(
              new Check("java", Status.OK, "25 in /jdk", null),
              new Check("git", Status.WARNING, "there is no git", "install git"),
              new Check("terraform", Status.PROBLEM, "it said \u001b[31mno", "install it\nnow")));
  private static final Examination FINE =
      new Examination(List.of(new Check("java", Status.OK, "25 in /jdk", null)));

  @Test
  void writesALineForEachCheckAndItsFixBelow() throws IOException {
    assertThat(text(MIXED, false))
        .isEqualTo(
            """
            ok       java: 25 in /jdk
            warning  git: there is no git
                     fix: install git
            problem  terraform: it said \\u001b[31mno
                     fix: install it\\u000anow
            3 checks, 1 problem, 1 warning
            """);
    assertThat(text(FINE, false)).isEqualTo("ok       java: 25 in /jdk\n1 check, no problems\n");
  }

  @Test
  void colourChangesNoWord() throws IOException {
    String coloured = text(MIXED, true);

    assertThat(coloured).contains("\u001b[1;31mproblem\u001b[0m  terraform");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(MIXED, false));
  }

  @Test
  void writesJsonAsItsSchemaDescribesIt() throws IOException {
    String schema = ReportCase.schema("report/doctor.schema.json");
    for (Examination examination : List.of(MIXED, FINE, new Examination(List.of()))) {
      assertThat(ReportCase.violations(schema, json(examination))).isEmpty();
    }
    JsonNode json = json(MIXED);
    assertThat(json.path("exitCode").asInt()).isEqualTo(3);
    assertThat(json.path("summary")).hasToString("{\"ok\":1,\"warning\":1,\"problem\":1}");
    assertThat(json.at("/checks/0").has("fix")).isFalse();
    assertThat(json.at("/checks/1"))
        .hasToString(
            "{\"name\":\"git\",\"status\":\"warning\",\"detail\":\"there is no git\","
                + "\"fix\":\"install git\"}");
  }

  @Test
  void theExamplesOfTheSchemaAreValid() throws IOException {
    String schema = ReportCase.schema("report/doctor.schema.json");
    for (JsonNode example : new ObjectMapper().readTree(schema).path("examples")) {
      assertThat(ReportCase.violations(schema, example)).isEmpty();
    }
  }

  private static String text(Examination examination, boolean colour) throws IOException {
    StringBuilder out = new StringBuilder();
    new DoctorText(colour).write(examination, out);
    return out.toString();
  }

  private static JsonNode json(Examination examination) throws IOException {
    StringBuilder out = new StringBuilder();
    new DoctorJson().write(examination, out);
    return new ObjectMapper().readTree(out.toString());
  }
}
