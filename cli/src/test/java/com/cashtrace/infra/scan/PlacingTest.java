package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** In what order is trusted what tells where a resource is. */
class PlacingTest {

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

  /** What is said of the resource as a whole, first. */
  private static String own(String address, String values) {
    return Scanning.lines(PlanJsonText.in("af-south-1").resource(address, values).json(), address)
        .stream()
        .filter(line -> line.startsWith(address + " |"))
        .findFirst()
        .orElse("nothing");
  }
}
