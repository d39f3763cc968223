package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Gathers what one component will have that costs by size or number. */
final class SizeCollector {

  /** What costs by its number alone. */
  private static final Map<String, String> COUNTED =
      Map.of(
          "aws_nat_gateway", "NAT gateway",
          "aws_lb", "load balancer",
          "aws_kms_key", "KMS key",
          "aws_secretsmanager_secret", "secret",
          "aws_wafv2_web_acl", "web ACL");

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final FargateSize fargate = new FargateSize();

  void add(ResourceChange change) {
    Value after = change.after();
    if (!change.managed() || after == Value.Mark.NULL) {
      return;
    }
    switch (change.type()) {
      case "aws_db_instance" -> database(after);
      case "aws_elasticache_replication_group" -> cache(after);
      case "aws_vpc_endpoint" -> {
        if (after.at("vpc_endpoint_type").text().orElse("").equals("Interface")) {
          count("interface endpoint", 1, "");
        }
      }
      case "aws_ecs_task_definition" -> fargate.task(after);
      case "aws_ecs_service" -> fargate.service(after);
      case "aws_appautoscaling_target" -> fargate.scaling(after);
      default -> {
        String counted = COUNTED.get(change.type());
        if (counted != null) {
          count(counted, 1, "");
        }
      }
    }
  }

  private void database(Value after) {
    boolean replica = after.at("replicate_source_db") != Value.Mark.NULL;
    List<String> detail = new ArrayList<>();
    after.at("instance_class").text().ifPresent(detail::add);
    after.at("allocated_storage").whole().ifPresent(gib -> detail.add(gib + " GiB"));
    OptionalLong limit = after.at("max_allocated_storage").whole();
    limit.ifPresent(
        gib -> {
          if (gib > 0) {
            detail.add("growing to " + gib + " GiB");
          }
        });
    if (after.at("multi_az").isTrue()) {
      detail.add("multi-AZ");
    }
    count(replica ? "read replica" : "database", 1, String.join(", ", detail));
  }

  private void cache(Value after) {
    long nodes = after.at("num_cache_clusters").whole().orElse(0);
    OptionalLong shards = after.at("num_node_groups").whole();
    if (shards.isPresent()) {
      nodes = shards.getAsLong() * (1 + after.at("replicas_per_node_group").whole().orElse(0));
    }
    // A number that is not known yet: at least the one node that there must be.
    int count = (int) Math.min(Math.max(nodes, 1), Integer.MAX_VALUE);
    count("cache node", count, after.at("node_type").text().orElse(""));
  }

  private void count(String what, int count, String detail) {
    counts.computeIfAbsent(what, key -> new TreeMap<>()).merge(detail, count, Integer::sum);
  }

  /** What there is, by name and detail, the same things counted together. */
  List<Size> sizes() {
    List<Size> sizes = new ArrayList<>();
    fargate.size().ifPresent(sizes::add);
    counts.forEach(
        (what, details) ->
            details.forEach((detail, count) -> sizes.add(new Size(what, count, detail))));
    return sizes;
  }
}
