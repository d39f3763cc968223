package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.audit.KmsSigner;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.audit.S3Store;
import com.cashtrace.infra.audit.Trail;
import com.cashtrace.infra.audit.TrailFolder;
import com.cashtrace.infra.audit.TrailStore;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Bootstrap;
import com.cashtrace.infra.backend.Retention;
import com.cashtrace.infra.backend.SigningKey;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.State;
import com.cashtrace.infra.problem.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** A trail in the bucket of an account of the emulator, signed by a key of its KMS. */
@Timeout(300)
class AuditInAwsIT {

  private static final String BUCKET = StateProject.BUCKET;
  private static final String PREFIX = "audit/development/";
  private static final StatePlace PLACE =
      new StatePlace(
          "development",
          StateProject.ACCOUNT,
          StateProject.REGION,
          new State(BUCKET, StateProject.KEY, Locks.BOTH, StateProject.TABLE));

  private static final Retention RETENTION = new Retention(true, Period.ofDays(1));

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;

  /** Without the command, which would begin the trail. */
  @BeforeEach
  void bootstrap() throws Exception {
    project = StateProject.in(EMULATOR, folder);
    try (Aws aws = project.aws()) {
      Bootstrap.of(aws, PLACE).run(false, change -> {});
    }
  }

  @Test
  void growsVerifiesAndIsExported() {
    Receipt end = new Receipt(0, "");
    for (int i = 0; i < TrailFolder.RECORDS; i++) {
      end = append(i);
    }

    CommandRun verified = project.run("audit", "verify", "development");
    assertThat(verified.out() + verified.err())
        .startsWith("development: 10 records, whole\n  ends with " + end + " of ")
        .endsWith(", known from elsewhere\n");
    assertThat(project.run("audit", "show", "development", "--limit", "3").out().lines())
        .hasSize(3);
    CommandRun export = project.run("audit", "export", "development", "--out", "trail.zip");
    assertThat(export.exitCode()).as(export.out() + export.err()).isZero();
    assertThat(
            CommandRun.in(folder, "audit", "verify", "trail.zip", "--contains", end.toString())
                .exitCode())
        .isZero();
  }

  @Test
  void locksEachObjectByItselfAndNothingElse() {
    append(0);

    try (Aws aws = project.aws()) {
      for (String name : List.of("head.jsonl", "public-key.pem", "records/0000000001.jsonl")) {
        var object = aws.s3().headObject(b -> b.bucket(BUCKET).key(PREFIX + name));
        assertThat(object.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
        assertThat(object.objectLockRetainUntilDate()).isAfter(Instant.now().plusSeconds(86_000));
      }
      String record = PREFIX + "records/0000000001.jsonl";
      String version = aws.s3().headObject(b -> b.bucket(BUCKET).key(record)).versionId();
      assertThatThrownBy(
              () -> aws.s3().deleteObject(b -> b.bucket(BUCKET).key(record).versionId(version)))
          .isInstanceOfAny(AwsServiceException.class, FailureException.class);
    }
  }

  /** Without these the race below could not be told from luck. */
  @Test
  void writesNothingWhereTheConditionDoesNotHold() {
    try (Aws aws = project.aws()) {
      S3Store store = new S3Store(new TrailObjects(aws, PLACE), RETENTION);
      byte[] bytes = {1};

      assertThat(store.replaceIfMatch("x", bytes, "\"no such tag\"")).isFalse();
      assertThat(store.replaceIfMatch("x", bytes, null)).isTrue();
      assertThat(store.replaceIfMatch("x", new byte[] {2}, null)).isFalse();
      assertThat(store.putIfAbsent("x", new byte[] {3})).isFalse();
      TrailStore.Tagged first = store.readTagged("x").orElseThrow();
      assertThat(first.bytes()).isEqualTo(bytes);
      assertThat(store.replaceIfMatch("x", new byte[] {4}, first.tag())).isTrue();
      assertThat(store.replaceIfMatch("x", new byte[] {5}, first.tag())).isFalse();
      assertThat(store.read("x").orElseThrow()).containsExactly(4);
      assertThat(store.read("y")).isEmpty();
    }
  }

  @Test
  void neverForksWhenTwoWritersRaceAndLosesNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Callable<List<Receipt>>> tasks = List.of(this::appendFive, this::appendFive);
      List<Receipt> receipts = new ArrayList<>();
      for (Future<List<Receipt>> future : pool.invokeAll(tasks)) {
        receipts.addAll(future.get());
      }
      assertThat(receipts).extracting(Receipt::sequence).doesNotHaveDuplicates().hasSize(10);
    } finally {
      pool.shutdownNow();
    }

    assertThat(project.run("audit", "verify", "development").out())
        .startsWith("development: 10 records, whole\n");
  }

  private List<Receipt> appendFive() {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      receipts.add(append(i));
    }
    return receipts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "lose"})
  void growsOnWhereverTheConnectionIsCut(String kind) {
    append(0);
    int sequence = 1;
    for (int after = 0; after < 4; after++) {
      EMULATOR.failAfter(after, kind);
      boolean written = true;
      try {
        append(1);
      } catch (FailureException e) {
        written = false;
      }
      EMULATOR.noFaults();
      CommandRun left = project.run("audit", "verify", "development");
      assertThat(left.exitCode()).as(kind + after + ": " + left.out()).isZero();
      Receipt next = append(2);
      assertThat(next.sequence()).isBetween(sequence + (written ? 2L : 1L), sequence + 2L);
      sequence = (int) next.sequence();
    }

    assertThat(project.run("audit", "verify", "development").out())
        .startsWith("development: " + sequence + " records, whole\n");
  }

  @Test
  void findsWhatSomebodyDidToTheBucket() {
    for (int i = 0; i < 4; i++) {
      append(i);
    }
    try (Aws aws = project.aws()) {
      String second = PREFIX + "records/0000000002.jsonl";
      String text = aws.s3().getObjectAsBytes(b -> b.bucket(BUCKET).key(second)).asUtf8String();
      aws.s3()
          .putObject(
              b -> b.bucket(BUCKET).key(second),
              RequestBody.fromString(text.replace("passed", "refused")));
      aws.s3().deleteObject(b -> b.bucket(BUCKET).key(PREFIX + "records/0000000004.jsonl"));
    }

    CommandRun run = project.run("audit", "verify", "development");

    assertThat(run.exitCode()).isEqualTo(3);
    String at = "s3://" + BUCKET + "/" + PREFIX;
    assertThat(run.out())
        .contains(at + "records/0000000002.jsonl: error[audit-record-covered]")
        .contains(at + "records/0000000002.jsonl: error[audit-record-changed]")
        .contains(at + "records/0000000004.jsonl: error[audit-file-hidden]")
        .contains(at + "head.jsonl: error[audit-tail-cut]");
  }

  @Test
  void tellsThatNothingWasRecorded() {
    assertThat(project.run("audit", "verify", "development").out())
        .contains("error[audit-trail-missing]");
    assertThat(project.run("audit", "verify", "developmend").err())
        .contains("error[unknown-environment]", "did you mean 'development'?");
    assertThat(project.as("999988887777").run("audit", "verify", "development").err())
        .contains("error[wrong-account]");
  }

  /** As a bootstrap leaves it that was killed after it had made the keys. */
  @Test
  void tellsThatThereIsNoBucket() throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(spec, Files.readString(spec).replace(BUCKET, BUCKET + "-2"));

    assertThat(project.run("audit", "verify", "development").err())
        .contains("error[state-bucket-missing]", "run 'state bootstrap development'");
  }

  @Test
  void tellsThatThereIsNoKey() {
    try (Aws aws = project.aws()) {
      aws.kms().deleteAlias(b -> b.aliasName(StateProject.ALIAS + "-audit-development"));
    }

    assertThat(project.run("audit", "verify", "development").err())
        .contains("error[trail-key-missing]", "run 'state bootstrap development'");
  }

  /** Each as a process of its own would. */
  private Receipt append(int entry) {
    try (Aws aws = project.aws()) {
      Trail trail =
          new Trail(
              "development",
              new S3Store(new TrailObjects(aws, PLACE), RETENTION),
              KmsSigner.of(new SigningKey(aws, PLACE)),
              Instant::now);
      return trail.append(TrailFolder.entry(entry));
    }
  }
}
