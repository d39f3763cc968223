package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemKindReportTest {

  private static final ProblemKind KIND =
      new ProblemKind(
          "storage-limit",
          Severity.ERROR,
          "Limit of growth too low",
          "RDS enlarges the storage by itself up to storageLimit, and refuses a limit that is less "
              + "than ten percent above the storage.",
          "Raise storageLimit, or leave it out.",
          "databases:\n  main: { storage: 100GiB, storageLimit: 200GiB }\n",
          List.of("R7.1"),
          List.of("https://example.com/autoscaling"));

  @Test
  void tellsAPersonMeaningFixAndExample() throws IOException {
    StringBuilder out = new StringBuilder();
    new ProblemKindReport(KIND).text(out);
    assertThat(out)
        .hasToString(
            """
            storage-limit: Limit of growth too low (error)

            RDS enlarges the storage by itself up to storageLimit, and refuses a limit that is less than ten
            percent above the storage.

            Raise storageLimit, or leave it out.

                databases:
                  main: { storage: 100GiB, storageLimit: 200GiB }

            requirements: R7.1
            source: https://example.com/autoscaling
            """);
  }

  @Test
  void tellsAProgramTheSame() throws IOException {
    StringBuilder out = new StringBuilder();
    new ProblemKindReport(KIND).json(out);
    var tree = new ObjectMapper().readTree(out.toString());
    assertThat(tree.get("formatVersion").asInt()).isEqualTo(1);
    assertThat(tree.get("code").asText()).isEqualTo("storage-limit");
    assertThat(tree.get("severity").asText()).isEqualTo("error");
    assertThat(tree.get("meaning").asText()).isEqualTo(KIND.meaning());
    assertThat(tree.get("sources").get(0).asText()).startsWith("https://");
    String schema = ReportCase.schema("report/problem-kind.schema.json");
    assertThat(ReportCase.violations(schema, tree)).isEmpty();
  }
}
