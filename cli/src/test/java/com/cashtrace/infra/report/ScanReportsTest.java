package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import com.cashtrace.infra.residency.Verdict;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanReportsTest {

  private static final String SCHEMA = "report/residency-scan.schema.json";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static Finding finding(Exposure exposure, Whereabouts where) {
    Subject subject =
        new Subject(
            "module.a[\"\u001b[31m\"].aws_x.y",
            "aws_x",
            "a[0]",
            "buckets.a",
            new Location("environments/a.yaml", 3, 1, "a:"));
    Holding holding =
        new Holding(
            subject, Set.of(DataClass.PERSONAL), Aspect.AT_REST, Role.COPY, where, "Slack", "is");
    return new Finding(
        exposure, "some-rule", "african-regions", holding, "is there", DAY, "move it", null);
  }

  private static ScanReport report() {
    List<Finding> findings =
        List.of(
            finding(Exposure.VIOLATION, new Whereabouts.Known("aws", "eu-west-1", null, "IE")),
            finding(Exposure.UNKNOWN, new Whereabouts.Unknown("nobody knows")),
            finding(Exposure.UPCOMING, new Whereabouts.Worldwide("edges")));
    List<Problem> problems =
        List.of(Problem.error("some-rule", "it is \u001b[31m there", Location.ofFile("plan.json")));
    List<Holding> holdings = findings.stream().map(Finding::holding).toList();
    Verdict verdict =
        new Verdict(DAY, DAY, List.of("african-regions"), "0", holdings, findings, problems);
    var facts = new ScannedDocument.Facts("plan", "1.11.4", 1, "production");
    return new ScanReport(
        List.of(
            new ScannedDocument("plan.json", facts, verdict, problems),
            new ScannedDocument("bad.json", null, null, List.of())),
        List.of(),
        ExitCode.FINDINGS);
  }

  @Test
  void describesItsJsonInASchema() throws IOException {
    StringBuilder json = new StringBuilder();
    new ScanJson().write(report(), json);

    String schema = ReportCase.schema(SCHEMA);
    assertThat(ReportCase.violations(schema, new ObjectMapper().readTree(json.toString())))
        .isEmpty();
    assertThat(new ObjectMapper().readTree(schema).at("/$defs/problem"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(ReportCase.schema("report/problems.schema.json"))
                .at("/$defs/problem"));
  }

  @Test
  void countsEachExposureInOneLineAndLetsNothingSteerATerminal() throws IOException {
    StringBuilder text = new StringBuilder();
    new ScanReport.Text(false).write(report(), text);

    assertThat(text.toString())
        .contains(
            "plan.json: plan of terraform 1.11.4, 1 resource; african-regions as of 2026-11-22:"
                + " 1 violation, 1 unknown, 1 upcoming; may change on 2026-11-22")
        .contains("bad.json: not judged")
        .doesNotContain("\u001b");
  }
}
