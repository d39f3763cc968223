package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In what order is trusted what tells where a resource is. */
class PlacingTest {

  private static final String REPLICATION = "aws_s3_bucket_replication_configuration.r";

  /** What is found of a replication, in such a plan, to a bucket that refers to something. */
  private static List<String> replicating(PlanJsonText plan, String... references) {
    String bucket = "{\"rule\":[{\"destination\":[{\"bucket\":%s}]}]}";
    String json =
        plan.resource(
                REPLICATION,
                "aws",
                "{\"rule\":[{\"destination\":[{}]}]}",
                bucket.formatted("true"),
                bucket.formatted(PlanJsonText.references(references)))
            .json();
    return Scanning.lines(json, REPLICATION);
  }

  @Test
  void believesAZoneMoreThanAnArn() {
    assertThat(
            own(
                "aws_db_instance.d",
                "{\"arn\":\"arn:aws:rds:eu-west-1:111122223333:db:d\","
                    + "\"availability_zone\":\"af-south-1-los-1a\"}"))
        .isEqualTo("aws_db_instance.d | PLACEMENT | af-south-1-los-1a (NG)");
  }

  @Test
  void believesAnArnThatIsTheIdMoreThanTheProvider() {
    assertThat(
            own(
                "aws_lb_listener.l",
                "{\"id\":\"arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a\"}"))
        .isEqualTo("aws_lb_listener.l | PLACEMENT | eu-west-1 (IE)");
  }

  @Test
  void doesNotPlaceWhatIsAtEdgesWhereItsProviderIs() {
    assertThat(own("aws_cloudfront_distribution.d", "{}"))
        .startsWith("aws_cloudfront_distribution.d | EDGE | ")
        .doesNotContain("af-south-1");
  }

  @Test
  void doesNotChooseBetweenTwoPlacesThatAStateLinksTo() {
    String rule = "aws_security_group_rule.r";
    Map<String, String> state =
        Map.of(
            rule,
            "{\"security_group_id\":\"sg-1\",\"source_security_group_id\":\"sg-2\"}",
            "aws_security_group.a",
            "{\"id\":\"sg-1\",\"arn\":\"arn:aws:ec2:af-south-1:1:security-group/sg-1\"}",
            "aws_security_group.b",
            "{\"id\":\"sg-2\",\"arn\":\"arn:aws:ec2:eu-west-1:1:security-group/sg-2\"}");

    assertThat(Scanning.lines(PlanJsonText.state(state), rule))
        .first()
        .asString()
        .contains("| unknown (");
  }

  @Test
  void knowsNothingOfWhatRefersToItselfInACircle() {
    Map<String, String> state =
        Map.of(
            "aws_security_group.a",
            "{\"id\":\"sg-1\",\"other\":\"sg-2\"}",
            "aws_security_group.b",
            "{\"id\":\"sg-2\",\"other\":\"sg-1\"}");

    assertThat(Scanning.lines(PlanJsonText.state(state)))
        .containsExactly(
            "aws_security_group.a | PLACEMENT | unknown (nothing in it tells its region)",
            "aws_security_group.b | PLACEMENT | unknown (nothing in it tells its region)");
  }

  /** Terraform lists the resource without its index behind each reference to an instance. */
  @Test
  void followsAReferenceToOneInstanceOfSeveral() {
    assertThat(inSubnet("aws_subnet.s[1].id", "aws_subnet.s[1]", "aws_subnet.s"))
        .endsWith(" | af-south-1-los-1a (NG)");
    assertThat(inSubnet("aws_subnet.s[0].id", "aws_subnet.s[0]", "aws_subnet.s"))
        .endsWith(" | af-south-1a (ZA)");
    assertThat(inSubnet("aws_subnet.s")).endsWith(" | af-south-1 (ZA)");
    assertThat(inSubnet("aws_subnet.s[1].id", "aws_subnet.s[1]", "aws_subnet.s", "aws_subnet.s"))
        .as("one of them, and all of them")
        .endsWith(" | af-south-1 (ZA)");
  }

  /** Where an instance is that is put into a subnet by these references. */
  private static String inSubnet(String... references) {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource("aws_subnet.s[0]", "{\"availability_zone\":\"af-south-1a\"}")
            .planned("aws_subnet.s[1]", "{\"availability_zone\":\"af-south-1-los-1a\"}", "{}")
            .resource(
                "aws_instance.i",
                "aws",
                "{}",
                "{\"subnet_id\":true}",
                "{\"subnet_id\":" + PlanJsonText.references(references) + "}")
            .json();
    return first(plan, "aws_instance.i");
  }

  @Test
  void takesTheProviderOfWhatIsReferredToWhereThePlanHasNoInstanceOfIt() {
    PlanJsonText plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", PlanJsonText.constant("eu-west-1"))
            .configured("aws_s3_bucket.b", "aws.dr");

    assertThat(replicating(plan, "aws_s3_bucket.b.arn", "aws_s3_bucket.b"))
        .contains(REPLICATION + ": rule[].destination[].bucket | COPY | eu-west-1 (IE)");
  }

  @Test
  void doesNotTakeTheTargetOfSomethingForItsOwnRegion() {
    assertThat(own("aws_config_aggregate_authorization.a", "{\"region\":\"eu-west-1\"}"))
        .endsWith(" | af-south-1 (ZA)");
  }

  @Test
  void readsTheIdOfAZoneAndTakesNoRegionForAZone() {
    // one type whose attributes somebody reviewed, and one for which only their names speak
    for (String address : List.of("aws_subnet.s", "aws_mq_broker.d")) {
      assertThat(own(address, "{\"availability_zone_id\":\"euw1-az1\"}"))
          .endsWith(" | euw1-az1 (IE)");
      assertThat(own(address, "{\"availability_zone\":\"eu-west-1a\"}"))
          .endsWith(" | eu-west-1a (IE)");
    }
    assertThat(own("aws_mq_broker.d", "{\"availability_zone\":\"as in eu-west-1\"}"))
        .endsWith(" | af-south-1 (ZA)");
  }

  @Test
  void takesTheZoneOfABlockForAPlaceOfThatBlockOnly() {
    assertThat(
            own(
                "aws_ec2_fleet.f",
                "{\"launch_template_config\":[{\"override\":"
                    + "[{\"availability_zone\":\"eu-west-1a\"}]}]}"))
        .endsWith(" | af-south-1 (ZA)");
  }

  @Test
  void placesAServiceInTheSubnetsOfItsBlock() {
    String plan =
        PlanJsonText.in("af-south-1")
            .resource(
                "aws_subnet.s", "{\"id\":\"subnet-1\",\"availability_zone\":\"af-south-1-los-1a\"}")
            .resource(
                "aws_ecs_service.e", "{\"network_configuration\":[{\"subnets\":[\"subnet-1\"]}]}")
            .json();

    assertThat(first(plan, "aws_ecs_service.e")).endsWith(" | af-south-1-los-1a (NG)");
  }

  @Test
  void isNotWhereItsKeyIsNorWhereADataSourceReads() {
    assertThat(unknown("aws_sqs_queue.q", "kms_master_key_id", "aws_kms_key.k.id", "aws_kms_key.k"))
        .endsWith(" | af-south-1 (ZA)");
    assertThat(
            unknown(
                "aws_instance.i",
                "availability_zone",
                "data.aws_availability_zones.z.names[0]",
                "data.aws_availability_zones.z"))
        .endsWith(" | af-south-1 (ZA)");
    assertThat(
            unknown(
                "aws_instance.i",
                "availability_zone",
                "aws_subnet.far.availability_zone",
                "aws_subnet.far"))
        .endsWith(" | eu-west-1 (IE)");
  }

  /** Where something of af-south-1 is with an attribute that comes from eu-west-1. */
  private static String unknown(String address, String attribute, String... references) {
    String plan =
        PlanJsonText.in("af-south-1")
            .provider("aws.dr", PlanJsonText.constant("eu-west-1"))
            .configured("aws_kms_key.k", "aws.dr")
            .configured("aws_subnet.far", "aws.dr")
            .configured("data.aws_availability_zones.z", "aws.dr")
            .resource(
                address,
                "aws",
                "{}",
                "{\"%s\":true}".formatted(attribute),
                "{\"%s\":%s}".formatted(attribute, PlanJsonText.references(references)))
            .json();
    return first(plan, address);
  }

  @Test
  void takesAnArnWithoutARegionForNoPlace() {
    assertThat(own("aws_s3_bucket.b", "{\"arn\":\"arn:aws:s3:::copies\"}"))
        .endsWith(" | af-south-1 (ZA)");
    assertThat(
            Scanning.lines(
                PlanJsonText.state(
                    Map.of(
                        "aws_s3_bucket.b",
                        "{\"bucket\":\"copies\",\"arn\":\"arn:aws:s3:::copies\"}"))))
        .containsExactly("aws_s3_bucket.b | PLACEMENT | unknown (nothing in it tells its region)");
  }

  @Test
  void readsTheRegionOfOtherCloudsWhereTheyNameNoLocation() {
    assertThat(own("google_compute_router.r", "{\"region\":\"europe-west1\"}"))
        .endsWith(" | europe-west1 (BE)");
    assertThat(
            own(
                "google_sql_database_instance.d",
                "{\"location\":\"africa-south1\",\"region\":\"europe-west1\"}"))
        .endsWith(" | africa-south1 (ZA)");
  }

  /** Of clouds that nobody described only what is a known region elsewhere is a place. */
  @Test
  void placesWhatIsOfAnotherCloudByCodesThatAreKnown() {
    assertThat(own("upcloud_server.s", "{\"region\":\"eu-west-1\"}")).endsWith(" | eu-west-1 (IE)");
    assertThat(own("upcloud_server.s", "{\"region\":\"fi-hel1\"}")).isEqualTo("nothing");
    assertThat(own("upcloud_server.s", "{}")).isEqualTo("nothing");
  }

  @Test
  void takesNoRegionFromAProviderOfAzure() {
    assertThat(own("azurerm_storage_account.a", "{}"))
        .endsWith(" | unknown (nothing in it tells its region)");
  }

  @Test
  void findsInAStateTheBucketThatAPartBelongsTo() {
    Map<String, String> state =
        Map.of(
            "aws_s3_bucket.b",
            "{\"bucket\":\"copies\",\"id\":\"copies\",\"region\":\"eu-west-1\"}",
            "aws_sqs_queue.other",
            "{\"id\":\"o\",\"arn\":\"arn:aws:sqs:af-south-1:111122223333:o\"}",
            "aws_s3_object.by_bucket",
            "{\"bucket\":\"copies\",\"id\":\"o\",\"source\":\"o\"}",
            "aws_s3_bucket_metric.by_id",
            "{\"id\":\"copies\",\"other\":\"o\"}");

    assertThat(Scanning.lines(PlanJsonText.state(state)))
        .contains(
            "aws_s3_object.by_bucket | PLACEMENT | eu-west-1 (IE)",
            "aws_s3_bucket_metric.by_id | PLACEMENT | eu-west-1 (IE)");
  }

  @Test
  void isInTheZoneOfTheOneThingThatAStateLinksTo() {
    Map<String, String> state =
        Map.of(
            "aws_ebs_volume.v",
            "{\"id\":\"vol-1\",\"availability_zone\":\"af-south-1-los-1a\"}",
            "aws_volume_attachment.a",
            "{\"id\":\"vai-1\",\"volume_id\":\"vol-1\"}");

    assertThat(first(PlanJsonText.state(state), "aws_volume_attachment.a"))
        .endsWith(" | af-south-1-los-1a (NG)");
  }

  @Test
  void takesNoPlaceFromALinkToWhatIsNotRegionalOrUnknownOrItself() {
    Map<String, String> state =
        Map.of(
            "aws_iam_role.r",
            "{\"id\":\"role-1\",\"arn\":\"arn:aws:iam::111122223333:role/role-1\"}",
            "aws_route.lost",
            "{\"id\":\"r-1\",\"route_table_id\":\"rtb-9\"}",
            "aws_sqs_queue.q",
            "{\"id\":\"q-1\",\"arn\":\"arn:aws:sqs:eu-west-1:111122223333:q\"}",
            "aws_flow_log.f",
            "{\"id\":\"f-1\",\"a\":\"role-1\",\"b\":\"r-1\",\"c\":\"q-1\",\"d\":\"f-1\"}");

    assertThat(first(PlanJsonText.state(state), "aws_flow_log.f")).endsWith(" | eu-west-1 (IE)");
  }

  @Test
  void saysOfARandomNameThatNothingTellsWhereItIs() {
    PlanJsonText plan = PlanJsonText.in("af-south-1").resource("random_pet.p", "{}");

    assertThat(replicating(plan, "random_pet.p.id", "random_pet.p"))
        .contains(
            REPLICATION
                + ": rule[].destination[].bucket | COPY | unknown (nothing in it tells its region)");
  }

  @Test
  void namesTheEdgesAndTheOneRegionOfWhatIsNotRegional() {
    assertThat(own("aws_cloudfront_distribution.d", "{}"))
        .endsWith("| CloudFront edges (many countries)");
    assertThat(own("aws_shield_protection.s", "{}")).endsWith("| us-east-1 (US)");
  }

  /** What is said of the resource as a whole, first. */
  private static String own(String address, String values) {
    return first(PlanJsonText.in("af-south-1").resource(address, values).json(), address);
  }

  private static String first(String plan, String address) {
    return Scanning.lines(plan, address).stream()
        .filter(line -> line.startsWith(address + " |"))
        .findFirst()
        .orElse("nothing");
  }
}
