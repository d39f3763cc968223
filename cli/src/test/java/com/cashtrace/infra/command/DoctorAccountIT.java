package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.ALIAS;
import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code doctor ENV} on an account of the emulator. */
@Timeout(120)
class DoctorAccountIT {

  private static final String BOOTSTRAP = "run 'state bootstrap development'";

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;
  private Clock clock = Clock.systemUTC();

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
  }

  private void bootstrap() {
    assertThat(project.run("state", "bootstrap", "development").exitCode()).isZero();
  }

  private CommandRun doctor(Map<String, String> variables, String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "doctor";
    words[1] = "development";
    System.arraycopy(more, 0, words, 2, more.length);
    return CommandRun.at(clock, variables, folder, words);
  }

  private JsonNode json(Map<String, String> variables) throws IOException {
    CommandRun run = doctor(variables, "--format", "json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("doctor", json)).isEmpty();
    return json;
  }

  /** Status, detail and fix of one check; empty where there is none of that name. */
  private static String check(JsonNode json, String name) {
    for (JsonNode check : json.path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check.path("status").asText()
            + ": "
            + check.path("detail").asText()
            + " -> "
            + check.path("fix").asText();
      }
    }
    return "";
  }

  private String spoilt(String name, Consumer<Aws> spoil) throws IOException {
    try (Aws aws = project.aws()) {
      spoil.accept(aws);
    }
    return check(json(project.variables()), name);
  }

  @Test
  void findsNothingWrongWithAnAccountThatIsReady() {
    bootstrap();
    EMULATOR.noFaults();

    CommandRun run = doctor(project.variables());

    assertThat(run.out())
        .contains("ok       credentials: arn:aws:sts::111122223333:assumed-role/infra-apply/ada\n")
        .contains("ok       region: 'af-south-1' takes them\n")
        .contains("ok       clock: ")
        .contains("ok       account: '111122223333', as the spec says\n")
        .contains("ok       key " + ALIAS + ": as it must be\n")
        .contains("ok       key " + ALIAS + "-audit-development: as it must be\n")
        .contains("ok       bucket " + BUCKET + ": as it must be\n")
        .contains("ok       bucket " + BUCKET + "-logs: as it must be\n")
        .contains("ok       table " + TABLE + ": as it must be\n")
        .contains("ok       use of the state's key: encrypts and decrypts\n")
        .contains("ok       use of the trail's key: signs\n")
        .contains("ok       lock: free\n")
        .contains("ok       state: none yet\n");
    assertThat(EMULATOR.noFaults()).as("writing requests but a signature").isEqualTo(1);
  }

  @Test
  void tellsOnAnEmptyAccountThatItAwaitsBootstrap() throws Exception {
    JsonNode json = json(project.variables());

    assertThat(json.path("exitCode").asInt()).isEqualTo(3);
    for (String name : new String[] {"bucket " + BUCKET, "table " + TABLE, "key " + ALIAS}) {
      assertThat(check(json, name)).isEqualTo("problem: is not there -> " + BOOTSTRAP);
    }
    assertThat(check(json, "use of the state's key"))
        .startsWith("problem: there is no key '" + ALIAS + "'")
        .endsWith("-> " + BOOTSTRAP);
    assertThat(check(json, "use of the trail's key")).endsWith("-> " + BOOTSTRAP);
    assertThat(check(json, "state")).endsWith("-> " + BOOTSTRAP);
    assertThat(check(json, "lock")).isEqualTo("ok: free -> ");
  }

  @Test
  void tellsWhatOfTheBackendIsNotAsItMustBe() throws Exception {
    bootstrap();

    assertThat(
            spoilt(
                "bucket " + BUCKET,
                aws ->
                    aws.s3()
                        .putBucketVersioning(
                            b ->
                                b.bucket(BUCKET)
                                    .versioningConfiguration(c -> c.status("Suspended")))))
        .isEqualTo("problem: versioning is 'off' and must be 'on' -> " + BOOTSTRAP);
    assertThat(
            spoilt(
                "table " + TABLE,
                aws ->
                    aws.dynamoDb()
                        .updateTable(b -> b.tableName(TABLE).deletionProtectionEnabled(false))))
        .isEqualTo("problem: deletion protection is 'off' and must be 'on' -> " + BOOTSTRAP);
  }

  @Test
  void tellsOfALockAndOfAStateThatIsNone() throws Exception {
    bootstrap();

    assertThat(
            spoilt(
                "lock",
                aws ->
                    aws.s3()
                        .putObject(
                            b -> b.bucket(BUCKET).key(KEY + ".tflock"),
                            RequestBody.fromString(
                                "{\"ID\":\"l-9\",\"Who\":\"bob@laptop\",\"Created\":\"today\","
                                    + "\"Operation\":\"OperationTypeApply\"}"))))
        .isEqualTo(
            "warning: held in s3 by bob@laptop since today (OperationTypeApply) -> wait until that"
                + " run has ended; if it is dead, 'state unlock development l-9' releases its lock");
    assertThat(
            spoilt(
                "state",
                aws ->
                    aws.s3()
                        .putObject(
                            b -> b.bucket(BUCKET).key(KEY), RequestBody.fromString("nonsense"))))
        .startsWith(
            "problem: what lies at 's3://" + BUCKET + "/" + KEY + "' is no Terraform state");
  }

  @Test
  void tellsOfCredentialsOfAnotherAccountAndOfNone() throws Exception {
    JsonNode other = json(project.as("999988887777").variables());
    assertThat(check(other, "credentials")).startsWith("ok: arn:aws:sts::999988887777:");
    assertThat(check(other, "account"))
        .startsWith("problem: the credentials are of account '999988887777'")
        .endsWith("-> use credentials of that account, or correct account.id of the spec");
    assertThat(check(other, "bucket " + BUCKET)).as("nothing else is asked there").isEmpty();

    JsonNode none = json(Map.of("AWS_ENDPOINT_URL", EMULATOR.endpoint().toString()));
    assertThat(check(none, "credentials"))
        .startsWith("problem: there are no AWS credentials")
        .contains("-> sign in, set AWS_PROFILE");
  }

  @Test
  void tellsARegionThatIsOffFromCredentialsThatAreWrong() throws Exception {
    Map<String, String> variables = project.variables();
    EMULATOR.answer("/af-south-1/sts/", 1000, 403, "InvalidClientTokenId");

    JsonNode off = json(variables);

    assertThat(check(off, "credentials")).startsWith("ok: ");
    assertThat(check(off, "region"))
        .isEqualTo(
            "problem: account '111122223333' has not enabled 'af-south-1' -> 'aws account"
                + " enable-region --region-name af-south-1', which takes minutes to hours");
    EMULATOR.answer("/sts/", 1000, 403, "InvalidClientTokenId");
    assertThat(check(json(variables), "credentials"))
        .startsWith("problem: AWS refuses sts:GetCallerIdentity in 'us-east-1'");
  }

  @Test
  void tellsOfAClockThatIsWrong() throws Exception {
    Map<String, String> variables = project.variables();
    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-7));
    assertThat(check(json(variables), "clock"))
        .matches("problem: is 4[0-9]{2} seconds behind that of AWS -> set the clock.*");
    clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(60));
    assertThat(check(json(variables), "clock"))
        .matches("warning: is [56][0-9] seconds before that of AWS -> set the clock.*");
  }

  @Test
  void tellsWhatTheCallerMayNotDo() throws Exception {
    bootstrap();
    Map<String, String> variables = project.variables();
    EMULATOR.answer("TrentService.GenerateDataKey", 1000, 400, "AccessDeniedException");
    assertThat(check(json(variables), "use of the state's key"))
        .isEqualTo(
            "problem: you may not do kms:GenerateDataKey: a fault of the test -> use a role that"
                + " may");
    EMULATOR.answer("TrentService.Sign", 1000, 400, "AccessDeniedException");
    assertThat(check(json(variables), "use of the trail's key"))
        .startsWith("problem: you may not do kms:Sign");
    EMULATOR.answer("GET /" + BUCKET + "?encryption", 1000, 403, "AccessDenied");
    JsonNode json = json(variables);
    assertThat(check(json, "bucket " + BUCKET)).startsWith("problem: you may not do s3:GetBucket");
    assertThat(check(json, "table " + TABLE)).isEqualTo("ok: as it must be -> ");
  }

  @Test
  void refusesANameThatIsNoEnvironmentAndASpecThatIsWrong() throws Exception {
    assertThat(CommandRun.in(folder, "doctor", "developmend").exitCode()).isEqualTo(64);
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(spec, Files.readString(spec) + "nonsense: 1\n");

    CommandRun run = doctor(project.variables());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("error[unknown-key]: 'nonsense'");
    assertThat(run.out()).contains("java: ").doesNotContain("credentials");
  }
}
