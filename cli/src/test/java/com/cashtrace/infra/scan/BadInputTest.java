package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is no plan and no state is refused in words, whatever it is. */
class BadInputTest {

  private static final String PLAN =
      PlanJsonText.in("af-south-1").resource("aws_sqs_queue.q", "{\"name\":\"q\"}").json();

  @Test
  void refusesAPlanThatIsCutOffAnywhere() {
    for (int end = 1; end < PLAN.length(); end += 7) {
      String cut = PLAN.substring(0, end);
      assertThatThrownBy(() -> Scanning.result(cut))
          .as(cut)
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.problem().code()).isEqualTo("plan-unreadable"));
    }
  }

  @Test
  void refusesWhatIsNotJson() {
    refuses("hello", "plan-unreadable", "is not JSON as terraform writes it");
    refuses("PK\u0003\u0004binary", "plan-unreadable", "is not JSON as terraform writes it");
    refuses("", "not-a-plan-or-state", "it is no JSON object");
  }

  @Test
  void refusesJsonOfSomethingElse() {
    refuses("[]", "not-a-plan-or-state", "it is no JSON object");
    refuses("{}", "not-a-plan-or-state", "is no plan and no state of terraform");
    refuses("{\"a\":{\"b\":[1,2]}}", "not-a-plan-or-state", "is no plan and no state of terraform");
    refuses(
        "{\"version\":4,\"serial\":1,\"lineage\":\"x\",\"resources\":[]}",
        "not-a-plan-or-state",
        "is a state as terraform stores it");
    refuses("{\"@level\":\"info\"}\n{}", "not-a-plan-or-state", "has something behind its end");
    refuses(
        "{\"format_version\":\"1.0\",\"provider_schemas\":{}}",
        "not-a-plan-or-state",
        "is no plan and no state of terraform");
  }

  @Test
  void refusesFormatsThatAreNotKnown() {
    refuses(PLAN.replace("\"1.2\"", "\"2.0\""), "plan-format", "has format version '2.0'");
    refuses(PLAN.replace("\"1.2\"", "1.2"), "plan-format", "has format version ''");
  }

  @Test
  void refusesTheRestOfAPlanThatFailed() {
    refuses(PLAN.replace("\"errored\":false", "\"errored\":true"), "plan-errored", "that failed");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    refuses(
        PLAN.replace("{\"name\":\"q\"}", "{\"name\":\"q\",\"name\":\"r\"}"),
        "plan-unreadable",
        "names the key 'name' twice");
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i < 100; i++) {
      many.append("\"k").append(i).append("\":1,");
    }
    refuses(
        PLAN.replace("{\"name\":\"q\"}", many + "\"k77\":2}"),
        "plan-unreadable",
        "names the key 'k77' twice");
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    refuses(
        PLAN.replace("{\"name\":\"q\"}", "{\"name\":" + deep + "}"),
        "plan-unreadable",
        "nests deeper");
    refuses("{\"x\":" + deep + "}", "plan-unreadable", "nests deeper");
  }

  @Test
  void refusesResourcesWithoutAnAddress() {
    refuses(
        "{\"format_version\":\"1.0\",\"values\":{\"root_module\":{\"resources\":[{\"values\":{}}]}}}",
        "not-a-plan-or-state",
        "names no address");
    refuses(
        "{\"format_version\":\"1.2\",\"resource_changes\":[{\"change\":{\"after\":{}}}]}",
        "not-a-plan-or-state",
        "names no address");
  }

  @Test
  void takesHostileTextAsText() {
    String hostile = "\\u001b[31m<script>\\u0000${eu-west-1}";
    String plan =
        PlanJsonText.in("af-south-1")
            .resource("aws_sqs_queue.q", "{\"tags\":{\"" + hostile + "\":\"" + hostile + "\"}}")
            .json();

    assertThat(Scanning.lines(plan))
        .anySatisfy(line -> assertThat(line).endsWith("MENTION | eu-west-1 (IE)"));
  }

  @Test
  void readsAnEmptyStateAndAByteOrderMark() {
    assertThat(Scanning.result("{\"format_version\":\"1.0\"}").kind())
        .isEqualTo(ScanResult.Kind.STATE);
    assertThat(Scanning.result("\ufeff" + PLAN).resources()).isEqualTo(1);
    assertThat(Scanning.result(PlanJsonText.state(Map.of())).resources()).isZero();
  }

  private static void refuses(String json, String code, String words) {
    assertThatThrownBy(() -> Scanning.result(json))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().message()).startsWith("'plan.json' ").contains(words);
              assertThat(e.problem().location()).isNotNull();
              assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED);
            });
  }
}
