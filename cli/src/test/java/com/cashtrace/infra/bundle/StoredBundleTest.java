package com.cashtrace.infra.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredBundleTest {

  private final ObjectMapper mapper = new ObjectMapper();
  private final BundleJson json = new BundleJson();

  @TempDir private Path folder;

  @Test
  void writesWhatItsSchemaSaysAndReadsItBack() throws IOException {
    for (PlanBundle bundle : List.of(BundleSamples.bundle(), BundleSamples.bundle(null))) {
      byte[] text = json.write(bundle);

      assertThat(json.read(text)).contains(bundle);
      assertThat(violations(mapper.readTree(text))).isEmpty();
    }
  }

  @Test
  void agreesWithTheSchemaOnWhatMustBeThere() throws IOException {
    ObjectNode whole = (ObjectNode) mapper.readTree(json.write(BundleSamples.bundle(null)));
    assertThat(read(whole)).isPresent();
    for (Map.Entry<String, JsonNode> field : whole.properties()) {
      ObjectNode less = whole.deepCopy().without(field.getKey());
      assertThat(violations(less)).as("the schema without %s", field.getKey()).isNotEmpty();
      assertThat(read(less)).as("the code without %s", field.getKey()).isEmpty();
      for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
        ObjectNode within = whole.deepCopy();
        ((ObjectNode) within.get(field.getKey())).remove(inner.getKey());
        assertThat(read(within)).as(field.getKey() + " without " + inner.getKey()).isEmpty();
      }
    }
    ObjectNode more = whole.deepCopy().put("further", 1);
    assertThat(violations(more)).isNotEmpty();
    assertThat(read(more)).isEmpty();
  }

  private Optional<PlanBundle> read(ObjectNode tree) {
    // laid out as the program does it, so that only what it holds can be wrong
    return json.read((tree.toPrettyString().replace(" : ", ": ") + "\n").getBytes(UTF_8));
  }

  private List<String> violations(JsonNode tree) throws IOException {
    JsonNode schema = mapper.readTree(Resources.packaged().read("schemas/plan/bundle.schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(tree)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void takesNoTextThatSaysTheSameInAnotherWay() {
    String text = new String(json.write(BundleSamples.bundle()), UTF_8);

    assertThat(json.read(text.getBytes(UTF_8))).isPresent();
    for (String other :
        List.of(
            text.replace("\"serial\": 7", "\"serial\": 7.0"),
            text.replace("\"serial\": 7", "\"serial\": \"7\""),
            text.replace("\"change\"", "\"CHANGE\""),
            text.replace("\"made\": \"2026", "\"made\": \"-100000000"),
            text.replace("\"id\": \"" + BundleSamples.bundle().id(), "\"id\": \"12ab"),
            text.replace("\"formatVersion\": 1", "\"formatVersion\": 2"),
            text.replace("\n}", "}"),
            text + "{}")) {
      assertThat(other).isNotEqualTo(text);
      assertThat(json.read(other.getBytes(UTF_8))).as(other).isEmpty();
    }
  }

  @Test
  void namesTheFileThatWasChangedAndTheOneThatIsMissing() {
    Map<String, byte[]> files = BundleSamples.files(BundleSamples.bundle());
    StoredBundle stored = StoredBundle.read(new BundleSamples.InMemory(files));
    assertThat(stored.check(stored.digest())).isEmpty();

    files.put(StoredBundle.PLAN, BundleSamples.MASKED);
    files.put(StoredBundle.MASKED, BundleSamples.PLAN);
    assertThat(stored.check("0".repeat(64)))
        .extracting(Problem::code, problem -> String.valueOf(problem.location()))
        .containsExactly(
            tuple("bundle-changed", "memory/bundle.json"),
            tuple("bundle-changed", "memory/tfplan"),
            tuple("bundle-changed", "memory/plan.json"));

    files.remove(StoredBundle.MASKED);
    assertThatThrownBy(() -> stored.check(stored.digest()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("this file of the plan is not there");
    files.remove(StoredBundle.BUNDLE);
    assertThatThrownBy(() -> StoredBundle.read(stored.source()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("this file of the plan is not there");
  }

  @Test
  void tellsThatReadingBrokeOff() {
    BundleSource broken =
        new BundleSource() {
          @Override
          public Optional<InputStream> open(String name) throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public String place(String name) {
            return "s3://bucket/" + name;
          }
        };

    assertThatThrownBy(() -> StoredBundle.read(broken))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.problem().code()).isEqualTo("bundle-unreadable"))
        .hasMessageContaining("connection reset");
  }

  @Test
  void copiesIntoAFolderThatIsClosedToOthers() throws IOException {
    PlanBundle bundle = BundleSamples.bundle();
    PrivateFolder target = PrivateFolder.at(folder.resolve("copy"));

    StoredBundle copy = BundleSamples.stored(bundle).copyTo(target, "copy");

    assertThat(copy.bundle()).isEqualTo(bundle);
    assertThat(copy.check(copy.digest())).isEmpty();
    assertThat(BundleFolder.isIn(target.path())).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.path())))
        .isEqualTo("rwx------");
    for (String name : StoredBundle.NAMES) {
      Path file = target.resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }
}
