package com.cashtrace.infra.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredStateTest {

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "l",
       "outputs": {
         "url": {"value": "https://api.example", "type": "string"},
         "key": {"value": "tok-output", "type": "string", "sensitive": true}},
       "resources": [%s],
       "check_results": null}
      """;

  private static final String RESOURCE =
      """
      {"module": "module.a[\\"x\\"].module.b", "mode": "%s", "type": "aws_t", "name": "this",
       "provider": "module.a.provider[\\"registry.terraform.io/hashicorp/aws\\"].other",
       "instances": [%s]}
      """;

  private final JsonMapper json = new JsonMapper();

  @Test
  void tellsOfAResourceWhatTerraformDoes() throws Exception {
    JsonNode shown =
        resource(
            "managed",
            """
            {"index_key": 7, "schema_version": 1, "attributes": {"id": "i", "n": 1.50, "z": null},
             "sensitive_attributes": [], "private": "eyJ9", "dependencies": ["module.a.aws_s.s"]}
            """);

    assertThat(shown)
        .isEqualTo(
            json.readTree(
                """
                {"address": "module.a[\\"x\\"].module.b.aws_t.this[7]", "mode": "managed",
                 "provider_name": "registry.terraform.io/hashicorp/aws",
                 "values": {"id": "i", "n": 1.50, "z": null}, "sensitive_values": {},
                 "depends_on": ["module.a.aws_s.s"]}
                """));
    assertThat(resource("data", "{\"attributes\": {}}").path("address").asText())
        .isEqualTo("module.a[\"x\"].module.b.data.aws_t.this");
  }

  @Test
  void isReadLikeWhatTerraformShows() {
    List<String> learned = new ArrayList<>();
    String resource =
        RESOURCE.formatted(
            "managed",
            """
            {"attributes": {"plain": "seen", "hidden": "tok-marked"},
             "sensitive_attributes": [[{"type": "get_attr", "value": "hidden"}]]},
            {"deposed": "1a2b", "attributes": {"password": "tok-by-name"}}
            """);

    StateContent state =
        new StateReader(learned::add)
            .read("the state", new ByteArrayInputStream(shown(resource).orElseThrow()));

    assertThat(state.terraformVersion()).isEqualTo("1.11.4");
    assertThat(state.addresses()).hasSize(2).allMatch(a -> a.endsWith(".aws_t.this"));
    assertThat(state.outputs().get("url").json()).isEqualTo("\"https://api.example\"");
    assertThat(state.outputs().get("key").value()).isEqualTo(Value.Mark.SENSITIVE);
    assertThat(learned).containsExactlyInAnyOrder("tok-marked", "tok-by-name", "tok-output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a                    | a",
        "/preview/x y-1       | /preview/x y-1",
        "Ọlá_é日              | Ọlá_é日",
        "say \\\"hi\\\"       | say \\\"hi\\\"",
        "back\\\\slash        | back\\\\slash",
        "line\\n, tab\\t, \\r | line\\n, tab\\t, \\r",
        "${a} $b %{c} %d $$   | $${a} $b %%{c} %d $$",
      })
  void writesTheKeyOfAnInstanceAsAnAddressHasIt(String key, String written) throws Exception {
    JsonNode shown =
        resource("managed", "{\"index_key\": \"%s\", \"attributes\": {}}".formatted(key));

    assertThat(shown.path("address").asText()).endsWith(".aws_t.this[\"" + written + "\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{'type':'get_attr','value':'a'}] | {'a':true}",
        "[{'type':'get_attr','value':'map'},{'type':'index','value':{'value':'k','type':'string'}}]"
            + "| {'map':{'k':true}}",
        "[{'type':'get_attr','value':'list'},{'type':'index','value':{'value':1,'type':'number'}},"
            + "{'type':'get_attr','value':'x'}] | {'list':[{},{'x':true}]}",
        // into a set, whose elements are their own keys
        "[{'type':'get_attr','value':'list'},{'type':'index','value':{'value':{'x':1},"
            + "'type':['object',{'x':'number'}]}},{'type':'get_attr','value':'x'}] | {'list':true}",
        // further than there is something
        "[{'type':'get_attr','value':'none'},{'type':'get_attr','value':'x'}] | {'none':true}",
        "[{'type':'get_attr','value':'list'},{'type':'index','value':{'value':9,'type':'number'}}]"
            + "| {'list':true}",
        // what is not known today
        "[{'type':'new','value':{}}] | true",
        "[] | true",
        "'a' | true",
      })
  void marksWhatIsSensitive(String path, String marks) throws Exception {
    String instance =
        """
        {'attributes': {'a': 's', 'map': {'k': 1, 'l': 2}, 'list': [{'x': 1}, {'x': 2}],
          'none': null}, 'sensitive_attributes': [%s]}
        """;

    JsonNode shown = resource("managed", instance.formatted(path).replace('\'', '"'));

    assertThat(shown.path("sensitive_values")).isEqualTo(json.readTree(marks.replace('\'', '"')));
  }

  @Test
  void marksAllPathsOfAResource() throws Exception {
    JsonNode shown =
        resource(
            "managed",
            """
            {"attributes": {"a": {"b": 1, "c": 2, "d": 3}, "list": [1, 2]},
             "sensitive_attributes": [
              [{"type": "get_attr", "value": "a"}, {"type": "get_attr", "value": "b"}],
              [{"type": "get_attr", "value": "a"}, {"type": "get_attr", "value": "c"}],
              [{"type": "get_attr", "value": "list"},
               {"type": "index", "value": {"value": 1, "type": "number"}}]]}
            """);

    assertThat(shown.path("sensitive_values"))
        .isEqualTo(json.readTree("{\"a\": {\"b\": true, \"c\": true}, \"list\": [false, true]}"));
    assertThat(
            resource("managed", "{\"attributes\": {\"a\": 1}, \"sensitive_attributes\": true}")
                .path("sensitive_values"))
        .isEqualTo(json.readTree("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"attributes_flat\": {\"id\": \"i\"}}",
        "{\"attributes\": {\"input\": {\"value\": \"x\", \"type\": \"string\"}}}",
        "{\"attributes\": {\"l\": [{\"input\": {\"value\": [], \"type\": [\"list\", \"bool\"]}}]}}",
        "{\"attributes\": {}, \"index_key\": true}",
        "{\"attributes\": {}, \"index_key\": 1.5}",
        "{\"attributes\": {}, \"index_key\": \"a\\u0007\"}",
        "{\"attributes\": {}, \"index_key\": \"\\u2028\"}",
      })
  void leavesToTerraformWhatOnlyItsSchemaTells(String instance) {
    assertThat(shown(RESOURCE.formatted("managed", "{\"attributes\": {}}," + instance))).isEmpty();
  }

  @Test
  void takesABlockThatHasATypeAndAValueForOne() throws Exception {
    String values = "{\"b\": [{\"type\": \"Queue\", \"value\": \"v\"}], \"type\": \"string\"}";

    assertThat(resource("managed", "{\"attributes\": %s}".formatted(values)).path("values"))
        .isEqualTo(json.readTree(values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\": 4, \"resources\": [",
        "{\"version\": 4, \"resources\": null}",
        "{\"version\": 4, \"resources\": [{}]}",
        "{\"version\": 4, \"resources\": []} {}",
        "{\"version\": 3, \"resources\": []}",
        "{\"version\": 4, \"encrypted_data\": \"x\", \"encryption_version\": \"v0\"}",
      })
  void leavesToTerraformWhatIsNoStateOfThatVersion(String stored) {
    assertThat(StoredState.shown(stored.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void leavesToTerraformWhatIsOfAnUnknownKind() {
    assertThat(shown(RESOURCE.formatted("list", "{\"attributes\": {}}"))).isEmpty();
    String legacy = RESOURCE.replaceAll("\"provider\": .*", "\"provider\": \"provider.aws\",");
    assertThat(shown(legacy.formatted("managed", "{\"attributes\": {}}"))).isEmpty();
  }

  private JsonNode resource(String mode, String instance) throws Exception {
    byte[] shown = shown(RESOURCE.formatted(mode, instance)).orElseThrow();
    return json.readTree(shown).at("/values/root_module/resources/0");
  }

  private static Optional<byte[]> shown(String resource) {
    return StoredState.shown(STATE.formatted(resource).getBytes(UTF_8));
  }
}
