package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.plan.StateOutput;
import com.cashtrace.infra.plan.Value;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplyReportsTest {

  private static final Verdict JUDGED =
      new Verdict(
          LocalDate.parse("2026-11-22"), null, List.of(), "0", List.of(), List.of(), List.of());
  private static final Problem ERROR =
      Problem.error("place-unknown", "somewhere", Location.ofFile("a.yaml"));

  @Test
  void returnsWhatBecameOfIt() {
    assertThat(report(Details.Outcome.DONE, JUDGED, "1:a").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(report(Details.Outcome.DONE, JUDGED, "1:a", ERROR).exitCode())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(report(Details.Outcome.DONE, null, "1:a").exitCode())
        .as("a state that nobody judged")
        .isEqualTo(ExitCode.FAILED);
    assertThat(report(Details.Outcome.DONE, JUDGED, null).exitCode())
        .as("an end that is not recorded")
        .isEqualTo(ExitCode.FAILED);
    assertThat(report(Details.Outcome.FAILED, JUDGED, "1:a", ERROR).exitCode())
        .isEqualTo(ExitCode.FAILED);
    assertThat(report(Details.Outcome.INTERRUPTED, null, "1:a").exitCode())
        .isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void tellsPeopleWhatWasDoneAndWhatIsThere() throws IOException {
    assertThat(text(new ApplyText(false), report(Details.Outcome.DONE, JUDGED, "1:a", ERROR)))
        .isEqualTo(
            """
            a.yaml: error[place-unknown]: somewhere
            shop: 3 of 4 resources changed
            State: serial 8, lineage 6f3c
            Residency of the state: no profile as of 2026-11-22: nothing to judge
            Outputs:
              key = "(sensitive)"
              url = "https://shop.example"
            Trail: 1:a
            Apply: done, but look above: 1 error
            """);
    assertThat(text(new ApplyText(false), report(Details.Outcome.FAILED, null, null)))
        .endsWith("Apply: failed; the next run goes on from there\n");
  }

  @Test
  void writesJsonAsItsSchemaDescribesIt() throws IOException {
    for (Details.Outcome outcome : Details.Outcome.values()) {
      JsonNode json =
          new ObjectMapper().readTree(text(new ApplyJson(), report(outcome, JUDGED, "1:a", ERROR)));
      assertThat(ReportSchema.violations("apply", json)).isEmpty();
      assertThat(json.at("/outputs/key/value").asText()).isEqualTo("(sensitive)");
    }
    JsonNode schema = new ObjectMapper().readTree(ReportCase.schema("report/apply.schema.json"));
    assertThat(ReportSchema.violations("apply", schema.at("/examples/0"))).isEmpty();
  }

  private static ApplyReport report(
      Details.Outcome outcome,
      @Nullable Verdict verdict,
      @Nullable String record,
      Problem... problems) {
    TreeMap<String, StateOutput> outputs = new TreeMap<>();
    outputs.put("url", new StateOutput(false, new Value.Text("https://shop.example")));
    outputs.put("key", new StateOutput(true, Value.Mark.SENSITIVE));
    return new ApplyReport(
        "shop",
        false,
        "5".repeat(64),
        outcome,
        new ApplyReport.Progress(3, 4),
        new StateHead(8, "6f3c", "1.11.4"),
        verdict,
        outputs,
        List.of(problems),
        record,
        null);
  }

  private static String text(ApplyReport.Format format, ApplyReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }
}
