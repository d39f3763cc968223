package com.cashtrace.infra.scan;

import static com.cashtrace.infra.scan.PlanJsonText.constant;
import static com.cashtrace.infra.scan.PlanJsonText.references;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regions that a provider takes from somewhere, and providers that are not of AWS. */
class ProviderRegionTest {

  private static final String QUEUE = "aws_sqs_queue.q";
  private static final String LOOKUP = "var.regions[\\\"main\\\"]";

  @Test
  void cannotTellWhichRegionOfAMapWasLookedUp() {
    String plan = mapped("{\"main\":\"af-south-1\",\"far\":\"eu-west-1\"}");

    assertThat(Scanning.lines(plan))
        .containsExactly(
            QUEUE
                + " | PLACEMENT | unknown (the region of its provider 'aws' comes from more than"
                + " one region)");
    Verdict verdict = judged(plan);
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo("place-unknown");
              assertThat(finding.exposure()).isEqualTo(Exposure.UNKNOWN);
            });
  }

  @Test
  void cannotTellTheRegionOfAMapThatNamesSomethingElseToo() {
    assertThat(Scanning.lines(mapped("{\"main\":\"af-south-1\",\"name\":\"ledger\"}")))
        .singleElement()
        .asString()
        .contains("| unknown (");
    assertThat(Scanning.lines(mapped("{}"))).singleElement().asString().contains("| unknown (");
  }

  @Test
  void takesTheOnlyRegionOfAMapWhateverWasLookedUp() {
    assertThat(Scanning.lines(mapped("{\"main\":\"eu-west-1\"}")))
        .containsExactly(QUEUE + " | PLACEMENT | eu-west-1 (IE)");
  }

  @Test
  void believesTheRegionOfAResourceOfVersionSixOverItsProviderAndJudgesIt() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_s3_bucket.b",
                "{\"region\":\"eu-west-1\",\"tags\":{\"data-class\":\"personal\"}}")
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactly("aws_s3_bucket.b | PLACEMENT | eu-west-1 (IE)");
    assertThat(judged(plan).exposure()).isEqualTo(Exposure.VIOLATION);
  }

  @Test
  void findsRegionsInWhateverAResourceOfGoogleSays() {
    String plan =
        new PlanJsonText()
            .provider("google", constant("africa-south1"))
            .resource(
                "google_cloud_run_v2_service.s",
                "{\"location\":\"africa-south1\",\"template\":[{\"containers\":[{\"image\":"
                    + "\"europe-west1-docker.pkg.dev/p/r/i\",\"env\":[{\"name\":\"AT\",\"value\":"
                    + "\"copy to us-central1\"}]}]}]}")
            .json();

    assertThat(Scanning.lines(plan, "google_cloud_run_v2_service.s"))
        .contains(
            "google_cloud_run_v2_service.s | PLACEMENT | africa-south1 (ZA)",
            "google_cloud_run_v2_service.s: template[0].containers[0].image | MENTION |"
                + " europe-west1 (BE)",
            "google_cloud_run_v2_service.s: template[0].containers[0].env[0].value | MENTION |"
                + " us-central1 (US)");
    assertThat(judged(plan).fails()).isTrue();
  }

  @Test
  void findsRegionsInWhateverAResourceOfAzureSays() {
    String plan =
        new PlanJsonText()
            .resource(
                "azurerm_storage_account.a",
                "{\"location\":\"South Africa North\",\"account_replication_type\":\"LRS\"}")
            .resource(
                "azurerm_cosmosdb_account.c",
                "{\"location\":\"southafricanorth\",\"geo_location\":[{\"location\":"
                    + "\"westeurope\",\"failover_priority\":1}]}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains(
            "azurerm_storage_account.a | PLACEMENT | southafricanorth (ZA)",
            "azurerm_cosmosdb_account.c | PLACEMENT | southafricanorth (ZA)",
            "azurerm_cosmosdb_account.c: geo_location[0].location | MENTION | westeurope (NL)");
    assertThat(judged(plan).fails()).isTrue();
  }

  /** A provider whose region is looked up in a map of the root. */
  private static String mapped(String regions) {
    return new PlanJsonText()
        .variableOf("regions", regions)
        .provider("aws", references(LOOKUP, "var.regions"))
        .resource(QUEUE, "{}")
        .json();
  }

  private static Verdict judged(String plan) {
    return new Judge(Profiles.read(Resources.packaged(), null))
        .judge(
            Scanning.result(plan).holdings(),
            Register.none(),
            LocalDate.of(2026, 11, 22),
            List.of("african-regions"));
  }
}
