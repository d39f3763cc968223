package com.cashtrace.infra.scan;

import static com.cashtrace.infra.scan.PlanJsonText.constant;
import static com.cashtrace.infra.scan.PlanJsonText.references;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanTest {

  private static final String QUEUE = "aws_sqs_queue.q";
  private static final String AFRICAN = QUEUE + " | PLACEMENT | af-south-1 (ZA)";
  private static final String IRISH = QUEUE + " | PLACEMENT | eu-west-1 (IE)";

  @Test
  void takesTheRegionThatAProviderIsSetTo() {
    assertThat(Scanning.lines(PlanJsonText.in("eu-west-1").resource(QUEUE, "{}").json()))
        .containsExactly(IRISH);
  }

  @Test
  void takesTheRegionFromAVariableOfTheRoot() {
    String plan =
        new PlanJsonText()
            .provider("aws", references("var.region"))
            .variable("region", "eu-west-1")
            .resource(QUEUE, "{}")
            .json();

    assertThat(Scanning.lines(plan)).containsExactly(IRISH);
  }

  @Test
  void doesNotGuessARegionThatAPlanDoesNotHold() {
    String local =
        new PlanJsonText().provider("aws", references("local.region")).resource(QUEUE, "{}").json();
    String outside = new PlanJsonText().providerWithout("aws").resource(QUEUE, "{}").json();
    String keyless = new PlanJsonText().resource(QUEUE, "module.a:aws", "{}", "{}", "{}").json();

    assertThat(Scanning.lines(local))
        .containsExactly(
            QUEUE
                + " | PLACEMENT | unknown (the region of its provider 'aws' comes from"
                + " local.region)");
    assertThat(Scanning.lines(outside)).singleElement().asString().contains("unknown");
    assertThat(Scanning.lines(keyless)).singleElement().asString().contains("unknown");
  }

  @Test
  void believesTheProofOfAProviderMoreThanItsSetting() {
    String plan =
        new PlanJsonText()
            .provider("aws", references("local.region"))
            .resource(QUEUE, "{}")
            .data("data.aws_region.here", "aws", "{\"id\":\"eu-west-1\"}", "{}")
            .json();

    assertThat(Scanning.lines(plan)).containsExactly(IRISH);
  }

  @Test
  void takesNoRegionForAProofThatWasAskedForByName() {
    String plan =
        PlanJsonText.in("eu-west-1")
            .resource(QUEUE, "{}")
            .data(
                "data.aws_region.other",
                "aws",
                "{\"id\":\"af-south-1\"}",
                "{\"name\":" + constant("af-south-1") + "}")
            .json();

    assertThat(Scanning.lines(plan)).containsExactly(IRISH);
  }

  @Test
  void believesTheRegionOfAResourceMoreThanItsProvider() {
    String plan =
        PlanJsonText.in("af-south-1").resource(QUEUE, "{\"region\":\"eu-west-1\"}").json();

    assertThat(Scanning.lines(plan)).containsExactly(IRISH);
  }

  @Test
  void believesAKnownArnMoreThanTheProvider() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(QUEUE, "{\"arn\":\"arn:aws:sqs:eu-west-1:111122223333:q\"}")
            .json();

    assertThat(Scanning.lines(plan)).containsExactly(IRISH);
  }

  @Test
  void readsTheCountryFromTheZone() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource("aws_subnet.lagos", "{\"availability_zone\":\"af-south-1-los-1a\"}")
            .resource(
                "aws_instance.web",
                "aws",
                "{}",
                "{\"subnet_id\":true}",
                "{\"subnet_id\":" + references("aws_subnet.lagos.id", "aws_subnet.lagos") + "}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains(
            "aws_subnet.lagos | PLACEMENT | af-south-1-los-1a (NG)",
            "aws_instance.web | PLACEMENT | af-south-1-los-1a (NG)");
  }

  @Test
  void findsTheProviderOfEveryInstanceOfAModule() {
    String module =
        "{\"m\":{\"module\":{\"resources\":["
            + PlanJsonText.configuration(QUEUE, "aws.dr", "{}")
            + "]}}}";
    String plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", constant("eu-west-1"))
            .planned("module.m[\"a.b]\"].aws_sqs_queue.q", "{}", "{}")
            .planned("module.m[0].aws_sqs_queue.q[\"x\"]", "{}", "{}")
            .calls(module)
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactly(
            "module.m[\"a.b]\"].aws_sqs_queue.q | PLACEMENT | eu-west-1 (IE)",
            "module.m[0].aws_sqs_queue.q[\"x\"] | PLACEMENT | eu-west-1 (IE)");
  }

  @Test
  void followsAnUnknownBucketThroughArgumentsAndOutputs() {
    String target = references("module.target.arn", "module.target");
    String calls =
        "{\"copy\":{\"expressions\":{\"to\":"
            + target
            + "},\"module\":{\"resources\":["
            + PlanJsonText.configuration(
                "aws_s3_bucket_replication_configuration.r",
                "aws",
                "{\"rule\":[{\"destination\":[{\"bucket\":" + references("var.to") + "}]}]}")
            + "]}},\"target\":{\"module\":{\"outputs\":{\"arn\":{\"expression\":"
            + references("aws_s3_bucket.b.arn", "aws_s3_bucket.b")
            + "}},\"resources\":["
            + PlanJsonText.configuration("aws_s3_bucket.b", "aws.dr", "{}")
            + "]}}}";
    String plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", constant("eu-west-1"))
            .planned("module.target.aws_s3_bucket.b", "{}", "{\"arn\":true}")
            .planned(
                "module.copy.aws_s3_bucket_replication_configuration.r",
                "{\"rule\":[{\"destination\":[{}]}]}",
                "{\"rule\":[{\"destination\":[{\"bucket\":true}]}]}")
            .calls(calls)
            .json();

    assertThat(Scanning.lines(plan))
        .contains(
            "module.copy.aws_s3_bucket_replication_configuration.r: rule[].destination[].bucket"
                + " | COPY | eu-west-1 (IE)");
  }

  @Test
  void cannotFollowWhatADynamicBlockRefersTo() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_s3_bucket_replication_configuration.r",
                "aws",
                "{\"rule\":[{\"destination\":[{}]}]}",
                "{\"rule\":[{\"destination\":[{\"bucket\":true}]}]}",
                "{}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains(
            "aws_s3_bucket_replication_configuration.r: rule[].destination[].bucket | COPY |"
                + " unknown (a plan does not explain what a dynamic block refers to)");
  }

  @Test
  void looksUpBucketsByNameAndByArn() {
    String replication = "{\"rule\":[{\"destination\":[{\"bucket\":\"arn:aws:s3:::%s\"}]}]}";
    String plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", constant("eu-west-1"))
            .resource("aws_s3_bucket.b", "aws.dr", "{\"bucket\":\"copies\"}", "{}", "{}")
            .resource(
                "aws_s3_bucket_replication_configuration.known", replication.formatted("copies"))
            .resource("aws_s3_bucket_replication_configuration.lost", replication.formatted("else"))
            .resource("aws_s3_bucket_logging.l", "{\"target_bucket\":\"copies\"}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains(
            "aws_s3_bucket_replication_configuration.known: rule[0].destination[0].bucket | COPY |"
                + " eu-west-1 (IE)",
            "aws_s3_bucket_replication_configuration.lost: rule[0].destination[0].bucket | COPY |"
                + " unknown (nothing here tells where that bucket is)",
            "aws_s3_bucket_logging.l: target_bucket | DESTINATION | eu-west-1 (IE)");
  }

  @Test
  void findsWhatOnlyTheConfigurationHolds() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_instance.web",
                "aws",
                "{\"user_data\":\"cfdc2c9b51e1f6fc7fc739c76d633447518715b1\"}",
                "{}",
                "{\"user_data\":" + constant("aws s3 sync --region eu-west-2") + "}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains("aws_instance.web: user_data | MENTION | eu-west-2 (GB)");
  }

  @Test
  void neverRepeatsAValueBesideItsPlace() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_lambda_function.f",
                "{\"environment\":[{\"variables\":{\"URL\":"
                    + "\"https://bob:s3cr3t@db.eu-west-1.amazonaws.com/?key=hunter2\"}}]}")
            .json();

    assertThat(Scanning.lines(plan))
        .contains("aws_lambda_function.f: environment[0].variables.URL | MENTION | eu-west-1 (IE)");
    assertThat(Scanning.result(plan).toString()).doesNotContain("hunter2").doesNotContain("s3cr3t");
  }

  @Test
  void judgesWhatStaysAndWhatIsForgottenButNotWhatGoes() {
    String foreign = "{\"arn\":\"arn:aws:sqs:eu-west-1:111122223333:q\"}";
    String plan =
        PlanJsonText.in("af-south-1")
            .change(
                "aws_sqs_queue.stays",
                "{\"actions\":[\"no-op\"],\"before\":" + foreign + ",\"after\":" + foreign + "}")
            .change(
                "aws_sqs_queue.forgotten",
                "{\"actions\":[\"forget\"],\"before\":" + foreign + ",\"after\":null}")
            .change(
                "aws_sqs_queue.goes",
                "{\"actions\":[\"delete\"],\"before\":" + foreign + ",\"after\":null}")
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactly(
            "aws_sqs_queue.forgotten | PLACEMENT | eu-west-1 (IE)",
            "aws_sqs_queue.stays | PLACEMENT | eu-west-1 (IE)");
  }

  @Test
  void takesClassesFromTheTagOrFromTheThingThatAPartBelongsTo() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource("aws_s3_bucket.b", "{\"tags\":{\"data-class\":\"personal+financial\"}}")
            .resource(
                "aws_s3_bucket_versioning.v",
                "aws",
                "{}",
                "{\"bucket\":true}",
                "{\"bucket\":" + references("aws_s3_bucket.b.id", "aws_s3_bucket.b") + "}")
            .resource(QUEUE, "{\"tags\":{\"data-class\":\"personal+sekret\"}}")
            .json();
    Map<String, Set<DataClass>> classes = new LinkedHashMap<>();
    for (Holding holding : Scanning.result(plan).holdings()) {
      classes.put(holding.subject().name(), holding.classes());
    }

    assertThat(classes)
        .containsEntry("aws_s3_bucket.b", Set.of(DataClass.PERSONAL, DataClass.FINANCIAL))
        .containsEntry(
            "aws_s3_bucket_versioning.v", Set.of(DataClass.PERSONAL, DataClass.FINANCIAL))
        .containsEntry(QUEUE, Set.of());
  }

  @Test
  void takesComponentAndClassesFromTheSpecOfAPlanOfOurs() {
    DeclaredComponent component =
        new DeclaredComponent("queues.q", Set.of(DataClass.PAYMENT), null);
    DeclaredComponent rest = new DeclaredComponent(null, Set.of(DataClass.OPERATIONAL), null);
    ScanOptions options =
        new ScanOptions(
            "plan.json",
            null,
            name ->
                name.equals("live")
                    ? Optional.of(new DeclaredModules(Map.of("queues_q", component), rest))
                    : Optional.empty());
    String tags = "{\"tags_all\":{\"managed-by\":\"cashtrace-infra\",\"environment\":\"live\"}}";
    String plan =
        PlanJsonText.in("af-south-1")
            .planned("module.queues_q.aws_sqs_queue.q", tags, "{}")
            .planned("module.network.aws_vpc.v", "{}", "{}")
            .json();

    ScanResult result = Scanning.result(plan, options);

    assertThat(result.environment()).isEqualTo("live");
    assertThat(result.holdings())
        .anySatisfy(
            holding -> {
              assertThat(holding.subject().component()).isEqualTo("queues.q");
              assertThat(holding.classes()).containsExactly(DataClass.PAYMENT);
            })
        .anySatisfy(
            holding -> {
              assertThat(holding.subject().component()).isNull();
              assertThat(holding.classes()).containsExactly(DataClass.OPERATIONAL);
            });
  }

  @Test
  void readsAStateByArnsAndByWhatBelongsTogether() {
    Map<String, String> resources = new LinkedHashMap<>();
    resources.put(
        "aws_s3_bucket.b", "{\"bucket\":\"copies\",\"id\":\"copies\",\"region\":\"eu-west-1\"}");
    resources.put("aws_s3_bucket_versioning.v", "{\"bucket\":\"copies\",\"id\":\"copies\"}");
    resources.put("aws_sqs_queue.q", "{\"arn\":\"arn:aws:sqs:af-south-1:111122223333:q\"}");
    resources.put("aws_route.lost", "{\"id\":\"r-1\",\"route_table_id\":\"rtb-1\"}");

    assertThat(Scanning.lines(PlanJsonText.state(resources)))
        .contains(
            "aws_s3_bucket.b | PLACEMENT | eu-west-1 (IE)",
            "aws_s3_bucket_versioning.v | PLACEMENT | eu-west-1 (IE)",
            AFRICAN);
  }

  @Test
  void readsTheLocationsOfOtherClouds() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource("google_storage_bucket.g", "{\"location\":\"EUROPE-WEST1\"}")
            .resource("azurerm_storage_account.a", "{\"location\":\"southafricanorth\"}")
            .resource("random_password.p", "{}")
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactly(
            "azurerm_storage_account.a | PLACEMENT | southafricanorth (ZA)",
            "google_storage_bucket.g | PLACEMENT | europe-west1 (BE)");
  }

  @Test
  void tellsAServiceThatCannotBeThere() {
    String plan = PlanJsonText.in("af-south-1").resource("aws_grafana_workspace.g", "{}").json();

    assertThat(Scanning.lines(plan))
        .anySatisfy(line -> assertThat(line).contains("cannot be had in af-south-1"));
  }

  @Test
  void makesNoHoldingOfDataSources() {
    String plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", constant("eu-west-1"))
            .data("data.aws_s3_bucket.b", "aws.dr", "{\"bucket\":\"b\"}", "{}")
            .json();

    assertThat(Scanning.lines(plan)).isEmpty();
  }

  @Test
  void readsAPlanWhoseKeysAreSorted() throws Exception {
    var mapper =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .enable(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    String plan =
        PlanJsonText.in("eu-west-1")
            .resource(
                QUEUE,
                "aws",
                "{\"kms_master_key_id\":\"arn:aws:kms:us-east-1:111122223333:key/k\"}",
                "{\"id\":true}",
                "{}")
            .json();
    String sorted = mapper.writeValueAsString(mapper.readValue(plan, Object.class));

    assertThat(sorted).startsWith("{\"configuration\"");
    assertThat(Scanning.lines(sorted)).isEqualTo(Scanning.lines(plan)).contains(IRISH);
  }

  @Test
  void marksTypesThatHoldNoCustomerData() {
    String plan = PlanJsonText.in("eu-west-1").resource("aws_iam_role.r", "{}").json();

    assertThat(Scanning.result(plan).holdings())
        .singleElement()
        .satisfies(holding -> assertThat(holding.role()).isEqualTo(Role.METADATA));
  }

  @Test
  void findsPlacesInProvidersAndInArgumentsThatNoResourceShows() {
    String calls =
        "{\"m\":{\"expressions\":{\"partner\":"
            + constant("https://sqs.eu-west-2.amazonaws.com/1/q")
            + ",\"region\":"
            + constant("af-south-1")
            + "},\"module\":{\"resources\":["
            + PlanJsonText.configuration(QUEUE, "aws.dr", "{}")
            + "]}}}";
    String plan =
        PlanJsonText.in("af-south-1")
            .provider(
                "aws.dr",
                constant("af-south-1")
                    + ",\"http_proxy\":"
                    + constant("http://proxy.eu-west-1.amazonaws.com:3128"))
            .provider(
                "aws.unused", constant("us-east-1") + ",\"sts_region\":" + constant("us-east-1"))
            .planned("module.m.aws_sqs_queue.q", "{}", "{}")
            .calls(calls)
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactly(
            "module.m.aws_sqs_queue.q | PLACEMENT | af-south-1 (ZA)",
            "provider.aws.dr: http_proxy | MENTION | eu-west-1 (IE)",
            "module.m: partner | MENTION | eu-west-2 (GB)");
  }

  @Test
  void doesNotTakeTheTargetOfARuleForItsOwnName() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_cloudwatch_event_target.t",
                "{\"arn\":\"arn:aws:events:eu-west-1:111122223333:event-bus/far\"}")
            .json();

    assertThat(Scanning.lines(plan))
        .containsExactlyInAnyOrder(
            "aws_cloudwatch_event_target.t | PLACEMENT | af-south-1 (ZA)",
            "aws_cloudwatch_event_target.t: arn | DESTINATION | eu-west-1 (IE)");
  }
}
