package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.KmsSigner;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.audit.S3Files;
import com.cashtrace.infra.audit.S3Store;
import com.cashtrace.infra.audit.Trail;
import com.cashtrace.infra.audit.TrailFolder;
import com.cashtrace.infra.audit.TrailStore;
import com.cashtrace.infra.audit.TrailVerifier;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Retention;
import com.cashtrace.infra.backend.SigningKey;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.emulator.StateServers;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * State, locks and trail on an S3 and a DynamoDB that share no code with the emulator, which plays
 * only the identities and the key here: what holds on both rests on what S3 promises.
 */
@Timeout(180)
class SecondS3IT {

  private static final String VERSIONS = BUCKET + "-versions";
  private static final String ID = "0f0e0d0c-1111-4222-8333-444455556666";
  private static final String LOCK =
      """
      {"ID": "%s", "Operation": "OperationTypeApply", "Info": "", "Who": "bob@laptop",
       "Version": "1.11.4", "Created": "2026-11-22T06:00:00Z", "Path": "%s/%s"}
      """
          .formatted(ID, BUCKET, KEY);
  @RegisterExtension static final Emulator EMULATOR = new Emulator();
  @RegisterExtension static final StateServers SERVERS = new StateServers();

  @TempDir Path folder;
  private StateProject project;
  private Map<String, String> variables;

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
    variables = new HashMap<>(project.variables());
    variables.putAll(SERVERS.variables());
    try (Aws aws = aws()) {
      if (aws.s3().listBuckets().buckets().isEmpty()) {
        makeBucketAndTable(aws);
      }
    }
  }

  /**
   * What both servers can of what bootstrap makes. A lock file can't be taken again in a bucket of
   * this server that keeps versions: it holds a delete marker for an object, which S3 does not.
   */
  private static void makeBucketAndTable(Aws aws) {
    aws.s3().createBucket(b -> b.bucket(BUCKET));
    aws.s3().createBucket(b -> b.bucket(VERSIONS).objectLockEnabledForBucket(true));
    aws.s3()
        .putBucketVersioning(
            b -> b.bucket(VERSIONS).versioningConfiguration(c -> c.status("Enabled")));
    var id = AttributeDefinition.builder().attributeName("LockID").attributeType("S").build();
    var hash = KeySchemaElement.builder().attributeName("LockID").keyType("HASH").build();
    aws.dynamoDb()
        .createTable(
            b ->
                b.tableName(TABLE)
                    .billingMode("PAY_PER_REQUEST")
                    .attributeDefinitions(id)
                    .keySchema(hash));
  }

  /** The emulator forgets keys after each test: so each has an environment of its own. */
  private static void makeKey(Aws aws, String bucket, String environment) {
    String key =
        aws.kms()
            .createKey(b -> b.keySpec("ECC_NIST_P256").keyUsage("SIGN_VERIFY"))
            .keyMetadata()
            .keyId();
    String alias = "alias/" + bucket + "-audit-" + environment;
    aws.kms().createAlias(b -> b.aliasName(alias).targetKeyId(key));
  }

  private static StatePlace place(String environment) {
    return new StatePlace(
        environment,
        StateProject.ACCOUNT,
        StateProject.REGION,
        new State(BUCKET, KEY, Locks.BOTH, TABLE));
  }

  private Aws aws() {
    return Aws.in(StateProject.REGION, variables);
  }

  private CommandRun run(String... words) {
    return CommandRun.with(variables, folder, words);
  }

  private JsonNode json(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    CommandRun run = run(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private void isWhole(int records) {
    CommandRun run = run("audit", "verify", "development");
    assertThat(run.out() + run.err())
        .startsWith("development: " + records + (records == 1 ? " record," : " records,"))
        .contains(" whole");
  }

  /** Writes another mode into the spec and the root. */
  private void change(BackendTerraform terraform, String mode) throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    String text = Files.readString(spec).replaceAll("\n  locks: \\w+", "");
    Files.writeString(spec, text.replace("  key: " + KEY, "  key: " + KEY + "\n  locks: " + mode));
    terraform.write(mode, mode, 0);
    terraform.run(0, "init", "-no-color", "-reconfigure");
  }

  @Test
  void keepsTheStateOfRealTerraformItsLocksAndItsTrail() throws Exception {
    BackendTerraform.require();
    try (Aws aws = aws()) {
      makeKey(aws, BUCKET, "development");
    }
    BackendTerraform terraform = new BackendTerraform(folder.resolve("root"), variables);
    int records = 0;
    for (String mode : List.of("dynamodb", "both", "s3")) {
      change(terraform, mode);
      terraform.run(0, "apply", "-auto-approve", "-no-color");
      assertThat(run("state", "status", "development").out())
          .as(mode)
          .doesNotContain("held by", "note ");
      records++;
      isRefusedAndReleased(terraform, mode, records);
    }

    String state = terraform.run(0, "state", "pull");
    int serial = new ObjectMapper().readTree(state).path("serial").asInt();
    push(state.replace("\"serial\": " + serial, "\"serial\": " + (serial + 9)));
    isWhole(records + 1);
    terraform.run(0, "apply", "-auto-approve", "-no-color");
  }

  private void push(String state) throws Exception {
    Files.writeString(folder.resolve("errored.tfstate"), state);
    assertThat(json("state", "push", "development", "errored.tfstate").path("changed").asBoolean())
        .isTrue();
  }

  @Test
  void goesBackToAnOlderVersion() throws Exception {
    String state =
        "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"lineage\": \"l\", \"serial\": ";
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(
        spec, Files.readString(spec).replace(BUCKET, VERSIONS + "\n  locks: dynamodb"));
    try (Aws aws = aws()) {
      makeKey(aws, VERSIONS, "development");
    }
    push(state + "1}");
    push(state + "4}");
    JsonNode versions = json("state", "history", "development").path("versions");
    assertThat(versions.findValuesAsText("serial")).containsExactly("4", "1");
    String oldest = versions.path(1).path("version").asText();

    assertThat(json("state", "restore", "development", oldest).path("serial").asInt()).isEqualTo(5);

    JsonNode after = json("state", "history", "development").path("versions");
    assertThat(after.findValuesAsText("serial")).containsExactly("5", "4", "1");
    assertThat(run("state", "status", "development").out())
        .contains("serial 5")
        .doesNotContain("held by", "note ");
    isWhole(3);
  }

  /** A lock of somebody else keeps terraform and us out until it is released, which is recorded. */
  private void isRefusedAndReleased(BackendTerraform terraform, String mode, int records)
      throws Exception {
    lock(mode);
    assertThat(terraform.run(1, "apply", "-auto-approve", "-no-color"))
        .contains("Error acquiring the state lock")
        .contains(mode.equals("dynamodb") ? "ConditionalCheckFailed" : "PreconditionFailed");
    assertThat(run("state", "restore", "development", "any").err()).contains("error[state-locked]");
    JsonNode released = json("state", "unlock", "development", ID).path("released");
    assertThat(released).hasSize(mode.equals("both") ? 2 : 1);
    isWhole(records);
  }

  private void lock(String mode) {
    try (Aws aws = aws()) {
      if (!mode.equals("dynamodb")) {
        aws.s3()
            .putObject(b -> b.bucket(BUCKET).key(KEY + ".tflock"), RequestBody.fromString(LOCK));
      }
      if (!mode.equals("s3")) {
        Map<String, AttributeValue> item =
            Map.of(
                "LockID", AttributeValue.fromS(BUCKET + "/" + KEY),
                "Info", AttributeValue.fromS(LOCK));
        aws.dynamoDb().putItem(b -> b.tableName(TABLE).item(item));
      }
    }
  }

  @Test
  void writesNothingWhereTheConditionDoesNotHold() {
    try (Aws aws = aws()) {
      S3Store store = store(aws, "conditions");
      byte[] bytes = {1};
      assertThat(store.replaceIfMatch("x", bytes, "\"no such tag\"")).isFalse();
      assertThat(store.replaceIfMatch("x", bytes, null)).isTrue();
      assertThat(store.replaceIfMatch("x", new byte[] {2}, null)).isFalse();
      assertThat(store.putIfAbsent("x", new byte[] {3})).isFalse();
      TrailStore.Tagged first = store.readTagged("x").orElseThrow();
      assertThat(store.replaceIfMatch("x", new byte[] {4}, first.tag())).isTrue();
      assertThat(store.replaceIfMatch("x", new byte[] {5}, first.tag())).isFalse();
      assertThat(store.read("x").orElseThrow()).containsExactly(4);
    }
  }

  @Test
  void neverForksATrailThatTwoWritersRaceFor() throws Exception {
    try (Aws aws = aws()) {
      makeKey(aws, BUCKET, "race");
    }
    List<Receipt> receipts = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Callable<List<Receipt>>> tasks = List.of(this::appendTen, this::appendTen);
      for (var future : pool.invokeAll(tasks)) {
        receipts.addAll(future.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(receipts)
        .extracting(Receipt::sequence)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    try (Aws aws = aws()) {
      S3Files files = new S3Files(new TrailObjects(aws, place("race")));
      assertThat(new TrailVerifier(files, Trust.none()).verify().isIntact()).isTrue();
    }
  }

  private List<Receipt> appendTen() {
    try (Aws aws = aws()) {
      KmsSigner signer = KmsSigner.of(new SigningKey(aws, place("race")));
      Trail trail = new Trail("race", oneByOne(store(aws, "race")), signer, Instant::now);
      List<Receipt> receipts = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        receipts.add(trail.append(TrailFolder.entry(i % TrailFolder.RECORDS)));
      }
      return receipts;
    }
  }

  /**
   * A store that sends one request at a time, for this server looks whether a condition holds and
   * then writes, and others may come between. In which order the writers get their turns is still
   * left to chance.
   */
  private TrailStore oneByOne(TrailStore store) {
    InvocationHandler inTurn =
        (proxy, method, arguments) -> {
          synchronized (SERVERS) {
            return method.invoke(store, arguments);
          }
        };
    return (TrailStore)
        Proxy.newProxyInstance(
            TrailStore.class.getClassLoader(), new Class<?>[] {TrailStore.class}, inTurn);
  }

  private static S3Store store(Aws aws, String environment) {
    return new S3Store(
        new TrailObjects(aws, place(environment)), new Retention(true, Period.ofDays(1)));
  }
}
