package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  /** Everything in the plan 'first' that nobody may see. */
  private static final List<String> SECRETS =
      List.of("tok-7f3a9c", "pay-me-now", "correct-horse-battery");

  private final Set<String> learned = new HashSet<>();
  private final List<ResourceChange> changes = new ArrayList<>();

  @Test
  void readsAPlanOfTerraform() {
    PlanHeader header = read(Plans.text("first"), null);

    assertThat(header).isEqualTo(new PlanHeader("1.2", "1.11.4", true, 0));
    assertThat(changes).hasSize(17).allMatch(change -> change.action() == Action.CREATE);
    ResourceChange database = named("module.databases_main.aws_db_instance.this");
    assertThat(database.module()).isEqualTo("module.databases_main");
    assertThat(database.type()).isEqualTo("aws_db_instance");
    assertThat(database.provider()).isEqualTo("registry.terraform.io/hashicorp/aws");
    assertThat(database.before()).isEqualTo(Value.Mark.NULL);
    assertThat(database.after().at("allocated_storage").whole()).hasValue(50);
    assertThat(database.after().at("multi_az").isTrue()).isTrue();
  }

  @Test
  void leavesTheStreamOpenForItsOwner() throws IOException {
    InputStream stream =
        new FilterInputStream(Plans.stream(Plans.text("first"))) {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    new PlanReader(learned::add).read("plan.json", stream, changes::add, null);
    assertThat(stream.read()).isEqualTo(-1);
  }

  @Test
  void tellsTheUnknownFromTheAbsent() {
    read(Plans.text("first"), null);

    Value database = named("module.databases_main.aws_db_instance.this").after();
    assertThat(database.at("arn")).isEqualTo(Value.Mark.UNKNOWN);
    assertThat(database.at("iam_database_authentication_enabled")).isEqualTo(Value.Mark.NULL);
    assertThat(database.at("no_such_attribute")).isEqualTo(Value.Mark.NULL);
  }

  @Test
  void masksByTheMarksOfTerraformAndByName() {
    read(Plans.text("first"), null);

    assertThat(named("module.databases_main.aws_db_instance.this").after().at("password"))
        .isEqualTo(Value.Mark.SENSITIVE);
    assertThat(named("module.services_api.aws_ssm_parameter.token").after().at("value"))
        .isEqualTo(Value.Mark.SENSITIVE);
    String containers =
        named("module.services_api.aws_ecs_task_definition.this")
            .after()
            .at("container_definitions")
            .text()
            .orElseThrow();
    assertThat(containers)
        .contains("{\"name\":\"LOG_LEVEL\",\"value\":\"info\"}")
        .contains("{\"name\":\"PAYMENT_PASSWORD\",\"value\":\"(sensitive)\"}");
    assertThat(learned).containsAll(SECRETS);
  }

  @Test
  void copiesThePlanWithoutItsSecrets() {
    var copy = new StringWriter();
    read(Plans.text("first"), copy);
    List<ResourceChange> fromTheOriginal = List.copyOf(changes);
    assertThat(copy.toString()).doesNotContain(SECRETS);

    // The copy is a plan like the original: whoever reads it sees the same, and learns nothing.
    changes.clear();
    learned.clear();
    read(copy.toString(), null);
    assertThat(changes.stream().map(ResourceChange::address))
        .isEqualTo(fromTheOriginal.stream().map(ResourceChange::address).toList());
    assertThat(learned).containsOnly("(sensitive)");
    assertThat(copy.toString()).contains("\"region\":{\"actions\"").contains("\"configuration\"");
  }

  @Test
  void masksAVariableThatOnlyTheConfigurationCallsSensitive() {
    String plan =
        """
        {"format_version":"1.2","variables":{"pin":{"value":"8421-8421"},"zone":{"value":"a"}},
         "planned_values":{"outputs":{"o":{"sensitive":true,"value":["8421-8421",7]}}},
         "output_changes":{"o":{"actions":["create"],"before":null,"after":["x-y-z"],
           "before_sensitive":true,"after_sensitive":true}},
         "configuration":{"root_module":{"variables":{"pin":{"default":"0000-0000","sensitive":true},"zone":{}},
           "resources":[{"address":"a.b","expressions":{"password":{"constant_value":"hunter22"},"n":{"constant_value":1}}}],
           "module_calls":{"m":{"expressions":{"api_key":{"constant_value":"key-1234"}}}}}}}
        """;
    var copy = new StringWriter();

    read(plan, copy);

    assertThat(copy.toString())
        .doesNotContain("8421", "0000-0000", "hunter22", "key-1234", "x-y-z")
        .contains("\"zone\":{\"value\":\"a\"}")
        .contains("\"pin\":\"(sensitive)\"")
        .contains("\"n\":{\"constant_value\":1}");
  }

  @Test
  void readsMovesReplacementsAndLeftovers() {
    PlanHeader header = read(Plans.text("later"), null);

    assertThat(header.drifted()).isZero();
    ResourceChange moved = named("module.databases_main.aws_db_instance.this");
    assertThat(moved.previousAddress()).isEqualTo("module.databases_old.aws_db_instance.this");
    assertThat(moved.action()).isEqualTo(Action.NO_OP);
    assertThat(moved.isChange()).isTrue();
    ResourceChange replaced = named("module.databases_ledger.aws_db_instance.this");
    assertThat(replaced.action()).isEqualTo(Action.REPLACE);
    assertThat(replaced.replacePaths()).containsExactly("availability_zone");
    assertThat(replaced.reason()).isEqualTo("replace_because_cannot_update");
    assertThat(changes.stream().map(ResourceChange::deposed)).contains("0a1b2c3d");
  }

  @Test
  void readsImportsAndDriftAndActionsOfEveryKind() {
    Map<String, Action> actions =
        Map.of(
            "\"create\"", Action.CREATE,
            "\"read\"", Action.READ,
            "\"no-op\"", Action.NO_OP,
            "\"update\"", Action.UPDATE,
            "\"delete\"", Action.DELETE,
            "\"forget\"", Action.FORGET,
            "\"delete\",\"create\"", Action.REPLACE,
            "\"create\",\"delete\"", Action.REPLACE);
    actions.forEach(
        (words, action) ->
            assertThat(Plans.changes(Plans.of(Plans.change("a_b.c", words, "{}", "{}"))))
                .singleElement()
                .extracting(ResourceChange::action)
                .isEqualTo(action));

    String imported =
        Plans.change("a_b.c", "\"no-op\"", "{}", "{},\"importing\":{\"id\":\"id-1\"}");
    assertThat(Plans.changes(Plans.of(imported)))
        .singleElement()
        .extracting(ResourceChange::importId)
        .isEqualTo("id-1");

    String drift = Plans.change("a_b.c", "\"update\"", "{}", "{}");
    String data = drift.replace("managed", "data");
    String plan =
        Plans.of()
            .replace("\"applyable\"", "\"resource_drift\":[" + drift + "," + data + "],\"x\"");
    assertThat(read(plan, null).drifted()).isEqualTo(1);
  }

  @Test
  void readsWhatALaterTerraformAdds() {
    String change = Plans.change("a_b.c", "\"create\"", "null", "{},\"new_thing\":[{\"a\":1}]");
    String plan =
        Plans.of(change)
            .replace("\"1.2\"", "\"1.99\"")
            .replace("\"applyable\"", "\"deferred_changes\":[{\"deep\":[[1]]}],\"applyable\"");

    assertThat(read(plan, new StringWriter()).formatVersion()).isEqualTo("1.99");
    assertThat(changes).hasSize(1);
  }

  @Test
  void knowsAPlanThatLeavesSomethingUndone() {
    assertThat(read(Plans.of().replace("\"complete\":true", "\"complete\":false"), null).complete())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "0.2", "1", "", "one"})
  void refusesAnotherFormat(String version) {
    assertProblem(
        Plans.of().replace("\"1.2\"", "\"" + version + "\""), "has format version '" + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "null", "\"plan\"", "17"})
  void refusesWhatIsNoObject(String text) {
    assertProblem(text, "is no plan of terraform");
  }

  @Test
  void refusesOtherJson() {
    assertProblem("{}", "it has no 'format_version'");
    assertProblem("{\"format_version\":\"1.0\",\"resource_changes\":{}}", "is no list");
    assertThatThrownBy(() -> read("{\"format_version\":\"1.0\",\"values\":{}}", null))
        .satisfies(e -> assertThat(e).hasMessageContaining("no 'planned_values'"))
        .extracting("problem.hint")
        .asString()
        .startsWith("this is a state");
  }

  @Test
  void refusesWhatIsNoJsonWithoutQuotingIt() {
    assertProblem("Error: password hunter22", "is not JSON");
    assertThatThrownBy(() -> read("{\"format_version\": hunter22}", null))
        .hasMessageContaining("line 1, column")
        .hasMessageNotContaining("hunter22");
    assertProblem("{\"format_version\":\"1.2\",\"format_version\":\"1.2\"}", "is not JSON");
    assertProblem(Plans.of() + "{}", "something behind its end");
    assertProblem(Plans.of(Plans.change("a_b.c", "\"create\"", "null", "[".repeat(600))), "JSON");
  }

  @Test
  void refusesAPlanThatBreaksOff() {
    String plan = Plans.text("later").strip();
    for (int length = 1; length < plan.length(); length += 977) {
      String part = plan.substring(0, length);
      assertThatThrownBy(() -> read(part, new StringWriter()))
          .as("the first %d characters", length)
          .isInstanceOf(FailureException.class);
    }
  }

  @Test
  void refusesAPlanThatFailedAndAnActionItDoesNotKnow() {
    assertProblem(
        Plans.of().replace("\"errored\":false", "\"errored\":true"), "rest of a plan that failed");
    assertProblem(
        Plans.of(Plans.change("a_b.c", "\"juggle\"", "{}", "{}")), "'a_b.c' that this program");
  }

  private PlanHeader read(String json, @Nullable StringWriter copy) {
    return new PlanReader(learned::add).read("plan.json", Plans.stream(json), changes::add, copy);
  }

  private void assertProblem(String json, String message) {
    assertThatThrownBy(() -> read(json, null))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(message);
  }

  private ResourceChange named(String address) {
    return changes.stream()
        .filter(change -> change.address().equals(address))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    changes.stream().map(ResourceChange::address).collect(Collectors.joining())));
  }
}
