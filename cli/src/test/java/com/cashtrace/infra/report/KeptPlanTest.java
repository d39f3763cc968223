package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.bundle.BundleSamples;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.plan.Plans;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a plan that was put away, and of its approval. */
class KeptPlanTest {

  private static final String ID = BundleSamples.bundle().id();
  private static final String RECEIPT = "17:" + "5".repeat(64);

  private final ObjectMapper mapper = new ObjectMapper();

  private static PlanReport kept(String place, String name) {
    return new PlanReport(
            "sample", Plans.summary(Plans.of()), null, List.of(), "", List.of(), null, null)
        .with(new KeptPlan("sample", ID, place, name, RECEIPT));
  }

  private static String written(PlanReport.Format format, PlanReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  @Test
  void namesPlaceNameAndRecordOfAPlan() throws IOException {
    String short12 = "sample/" + ID.substring(0, 12);
    PlanReport report = kept("s3://bucket/plans/sample/" + ID, short12);

    assertThat(written(new PlanText(false), report))
        .endsWith(
            "Kept: %s at s3://bucket/plans/sample/%s\nRecorded: %s\nVerdict: passed, nothing changes\n"
                .formatted(short12, ID, RECEIPT));
    assertThat(written(new PlanMarkdown(), report)).contains("\n\nKept as " + short12 + "\n\n**");
    JsonNode json = mapper.readTree(written(new PlanJson(false), report));
    assertThat(ReportSchema.violations("plan-summary", json)).isEmpty();
    assertThat(json.at("/plan/id").asText()).isEqualTo(ID);
    assertThat(json.at("/plan/name").asText()).isEqualTo(short12);
  }

  @Test
  void givesTheNameOfAFolderNoPowerOverMarkdownOrTheTerminal() throws IOException {
    PlanReport report = kept("a\u001b[31m|<b>@all", "a\u001b[31m|<b>@all");

    assertThat(written(new PlanText(false), report)).doesNotContain("\u001b");
    assertThat(written(new PlanMarkdown(), report)).doesNotContain("\u001b", "<b>");
  }

  @Test
  void tellsWhatWasApproved() throws IOException {
    PlanBundle bundle = BundleSamples.bundle();
    ApprovalReport report = new ApprovalReport(bundle, "infra-approve", "fine\u001b[0m", RECEIPT);
    StringBuilder text = new StringBuilder();
    report.text(text);

    assertThat(text.toString())
        .isEqualTo(
            """
            sample/%s
              plan      2 to add, 1 to change, 0 to replace, 0 to destroy; serial 7
              made      2026-11-22T06:00:00.500Z by infra-plan
              commit    9fceb02d0ae598e9 of Ada <ada@cashtrace.ng>
              approved  by infra-approve: fine\\u001b[0m
              recorded  %s
            """
                .formatted(ID, RECEIPT));
    StringBuilder json = new StringBuilder();
    report.json(json);
    JsonNode tree = mapper.readTree(json.toString());
    assertThat(ReportSchema.violations("approval", tree)).isEmpty();
    assertThat(tree.at("/commit/author").asText()).isEqualTo("Ada <ada@cashtrace.ng>");
  }

  @Test
  void saysThatTheCommitIsUnknown() throws IOException {
    StringBuilder text = new StringBuilder();
    new ApprovalReport(BundleSamples.refused().bundle(), "bob", "fine", RECEIPT).text(text);

    assertThat(text).contains("  commit    unknown\n");
  }
}
