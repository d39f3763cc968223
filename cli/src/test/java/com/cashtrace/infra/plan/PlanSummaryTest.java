package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSummaryTest {

  @Test
  void sumsUpByComponentWithTheFoundationFirstAndTheRootLast() {
    assertThat(Plans.summary(Plans.text("first")).components())
        .extracting(ComponentSummary::name)
        .containsExactly("network", "databases.main", "services.api");
    assertThat(Plans.summary(Plans.text("later")).components())
        .extracting(ComponentSummary::name)
        .containsExactly(
            "buckets.documents", "databases.ledger", "databases.main", "services.api", "root");
  }

  @Test
  void countsWhatTerraformCounts() {
    // terraform says of these: 17 to add; 2 to add, 1 to change, 4 to destroy
    assertThat(Plans.summary(Plans.text("first")).total())
        .isEqualTo(new Counts(17, 0, 0, 0, 0, 0, 0, 0));
    assertThat(Plans.summary(Plans.text("later")).total())
        .isEqualTo(new Counts(1, 1, 1, 3, 0, 1, 0, 0));
  }

  @Test
  void saysWhatWillCost() {
    PlanSummary summary = Plans.summary(Plans.text("first"));

    assertThat(component(summary, "network").sizes())
        .containsExactly(new Size("NAT gateway", 2, ""), new Size("interface endpoint", 2, ""));
    assertThat(component(summary, "databases.main").sizes())
        .containsExactly(
            new Size("database", 1, "db.t4g.small, 50 GiB, growing to 200 GiB, multi-AZ"),
            new Size("read replica", 1, "db.t4g.small"));
    assertThat(component(summary, "services.api").sizes())
        .containsExactly(new Size("Fargate task", 1, "0.5 vCPU, 1 GiB, 3 to 30 of them, spot"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"num_node_groups\":2,\"replicas_per_node_group\":1 | 4",
        "\"num_cache_clusters\":3 | 3",
        "\"node_type\":\"x\" | 1"
      })
  void countsTheNodesOfACache(String attributes, int nodes) {
    String cache =
        Plans.change(
            "module.caches_sessions.aws_elasticache_replication_group.this",
            "\"no-op\"",
            "{}",
            "{" + attributes + "}");

    assertThat(Plans.summary(Plans.of(cache)).components().get(0).sizes())
        .singleElement()
        .extracting(Size::count)
        .isEqualTo(nodes);
  }

  @Test
  void sizesAScheduledTaskAndLeavesOutWhatGoes() {
    String task =
        Plans.change(
            "module.services_digest.aws_ecs_task_definition.this",
            "\"create\"",
            "null",
            "{\"cpu\":\"256\",\"memory\":\"512\"}");
    String key = Plans.change("module.encryption.aws_kms_key.k", "\"delete\"", "{}", "null");

    PlanSummary summary = Plans.summary(Plans.of(task, key));

    assertThat(component(summary, "services.digest").sizes())
        .containsExactly(new Size("Fargate task", 1, "0.25 vCPU, 512 MiB, when scheduled"));
    assertThat(component(summary, "encryption").sizes()).isEmpty();
  }

  @Test
  void saysWhatChangesAndWhy() {
    PlanSummary summary = Plans.summary(Plans.text("later"));

    PlannedChange cluster = component(summary, "root").changes().get(0);
    assertThat(cluster.differences())
        .containsExactly(new AttributeChange("tags.owner", "\"nobody\"", "\"platform\""));
    PlannedChange ledger = component(summary, "databases.ledger").changes().get(0);
    assertThat(ledger.because()).isEqualTo("availability_zone can't be changed in place");
    assertThat(ledger.differences())
        .contains(
            new AttributeChange("instance_class", "\"db.t4g.small\"", "\"db.m7g.large\""),
            new AttributeChange("availability_zone", "\"af-south-1a\"", "\"af-south-1b\""))
        .noneMatch(difference -> difference.path().equals("password"))
        .noneMatch(difference -> difference.after().equals("(known after apply)"));
    PlannedChange main = component(summary, "databases.main").changes().get(0);
    assertThat(main.previousAddress()).isEqualTo("module.databases_old.aws_db_instance.this");
    assertThat(main.differences()).isEmpty();
  }

  @Test
  void saysThatAnotherRolloutStrategyReplacesTheService() {
    assertThat(component(Plans.summary(Plans.text("later")), "services.api").notes())
        .singleElement()
        .asString()
        .startsWith("replaces the running ECS service");
    assertThat(component(Plans.summary(Plans.text("first")), "services.api").notes()).isEmpty();
  }

  @Test
  void leavesOutWhatStaysAndWhatIsOnlyRead() {
    String same = Plans.change("aws_iam_role.r", "\"no-op\"", "{}", "{}");
    String read = Plans.change("aws_x.r", "\"read\"", "null", "{}").replace("managed", "data");

    PlanSummary summary = Plans.summary(Plans.of(same, read));

    assertThat(summary.total()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0, 1));
    assertThat(summary.total().hasChanges()).isFalse();
    assertThat(summary.components().get(0).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "module.services_api, services.api",
    "module.services_api-v2.module.x[\"a.b\"], services.api-v2",
    "module.databases_main[0], databases.main",
    "module.load_balancer, load_balancer",
    "module.load_balancer_logs, load_balancer_logs",
    "module.services_, services_",
    "'', root"
  })
  void findsTheComponentInTheModuleAddress(String module, String component) {
    assertThat(ComponentName.of(module)).isEqualTo(component);
  }

  @Test
  void showsDifferencesInListsAndMapsAsFarAsAPersonCanRead() {
    String change =
        Plans.change(
            "aws_x.y",
            "\"update\"",
            "{\"l\":[1,{\"a\":\"" + "x".repeat(90) + "\"}],\"m\":[1],\"n\":null,\"s\":{\"a\":1}}",
            "{\"l\":[2,{\"a\":\"b\\nc\"}],\"m\":[1,2],\"n\":true,\"s\":{}}");

    assertThat(Plans.summary(Plans.of(change)).components().get(0).changes().get(0).differences())
        .isEqualTo(
            List.of(
                new AttributeChange("l.0", "1", "2"),
                new AttributeChange("l.1.a", '"' + "x".repeat(59) + "…\"", "\"b\\nc\""),
                new AttributeChange("m", "[1 items]", "[2 items]"),
                new AttributeChange("n", "null", "true"),
                new AttributeChange("s.a", "1", "null")));
  }

  private static ComponentSummary component(PlanSummary summary, String name) {
    return summary.components().stream()
        .filter(component -> component.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
