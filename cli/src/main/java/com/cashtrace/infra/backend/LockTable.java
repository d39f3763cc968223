package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** The table in which terraform locks the state and notes its digest. */
final class LockTable implements Resource {

  /** The one attribute of the key, as terraform has it. */
  static final String KEY = "LockID";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofSeconds(2); // and up to as much by chance

  private final Aws aws;
  private final StatePlace place;
  private final StateKey key;

  LockTable(Aws aws, StatePlace place, StateKey key) {
    this.aws = aws;
    this.place = place;
    this.key = key;
  }

  @Override
  public String name() {
    return "table " + place.table();
  }

  private DynamoDbClient client() {
    return aws.dynamoDb();
  }

  private Optional<TableDescription> found() {
    return Absent.or(() -> client().describeTable(b -> b.tableName(place.table())).table());
  }

  @Override
  public boolean exists() {
    Optional<TableDescription> table = found();
    table.ifPresent(this::refuse);
    if (table.isPresent()) {
      awaitActive();
    }
    return table.isPresent();
  }

  private void refuse(TableDescription table) {
    List<KeySchemaElement> schema = table.keySchema();
    if (schema.size() != 1 || !schema.get(0).attributeName().equals(KEY)) {
      throw refused(
          "state-table-unusable",
          "the table '%s' has another key than '%s', which terraform needs"
              .formatted(place.table(), KEY),
          "name another table in state.table");
    }
    if (!table.replicas().isEmpty()) {
      throw refused(
          "state-table-copied",
          "the table '%s' is copied to '%s', and environment '%s' keeps its state in '%s'"
              .formatted(
                  place.table(),
                  table.replicas().get(0).regionName(),
                  place.environment(),
                  place.region()),
          "remove the replica, or name another table in state.table");
    }
  }

  private static FailureException refused(String code, String message, String hint) {
    return new FailureException(Problem.unlocated(code, message, hint), ExitCode.FINDINGS, null);
  }

  @Override
  public void create() {
    CreateTableRequest request =
        CreateTableRequest.builder()
            .tableName(place.table())
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName(KEY)
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .sseSpecification(encryption())
            .deletionProtectionEnabled(true)
            .tags(Tag.builder().key("managed-by").value("cashtrace-infra").build())
            .build();
    Absent.create(() -> client().createTable(request));
    awaitActive();
  }

  private SSESpecification encryption() {
    return SSESpecification.builder()
        .enabled(true)
        .sseType(SSEType.KMS)
        .kmsMasterKeyId(key.arn())
        .build();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("billing", "on demand", this::billing, this::putBilling),
        new Setting("encryption", key.alias(), this::encryptedBy, this::putEncryption),
        new Setting(
            "deletion protection",
            "on",
            () -> table().deletionProtectionEnabled() ? "on" : "off",
            this::putProtection),
        new Setting("point-in-time recovery", "on", this::recovery, this::putRecovery));
  }

  private TableDescription table() {
    return client().describeTable(b -> b.tableName(place.table())).table();
  }

  private String billing() {
    TableDescription table = table();
    boolean onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    return onDemand ? "on demand" : "provisioned";
  }

  private void putBilling() {
    client().updateTable(b -> b.tableName(place.table()).billingMode(BillingMode.PAY_PER_REQUEST));
    awaitActive();
  }

  private String encryptedBy() {
    TableDescription table = table();
    return table.sseDescription() == null || table.sseDescription().kmsMasterKeyArn() == null
        ? "without a key of ours"
        : key.named(table.sseDescription().kmsMasterKeyArn());
  }

  private void putEncryption() {
    client().updateTable(b -> b.tableName(place.table()).sseSpecification(encryption()));
    awaitActive();
  }

  private void putProtection() {
    client().updateTable(b -> b.tableName(place.table()).deletionProtectionEnabled(true));
    awaitActive();
  }

  private String recovery() {
    return client()
                .describeContinuousBackups(b -> b.tableName(place.table()))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatus()
            == PointInTimeRecoveryStatus.ENABLED
        ? "on"
        : "off";
  }

  private void putRecovery() {
    client()
        .updateContinuousBackups(
            b ->
                b.tableName(place.table())
                    .pointInTimeRecoverySpecification(p -> p.pointInTimeRecoveryEnabled(true)));
  }

  /** A table takes one change at a time. */
  private void awaitActive() {
    aws.ask(
        "dynamodb:DescribeTable",
        () ->
            client()
                .waiter()
                .waitUntilTableExists(
                    b -> b.tableName(place.table()),
                    c ->
                        c.waitTimeout(PATIENCE)
                            .maxAttempts((int) PATIENCE.toSeconds())
                            .backoffStrategyV2(BackoffStrategy.fixedDelay(POLL))));
  }
}
