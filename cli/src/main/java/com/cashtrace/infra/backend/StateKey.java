package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.Tag;

/** A key of the state: the one that encrypts it, or the one that signs the audit trail. */
final class StateKey implements Resource {

  private final Aws aws;
  private final StatePlace place;
  private final Purpose purpose;
  private @Nullable String arn;

  private StateKey(Aws aws, StatePlace place, Purpose purpose) {
    this.aws = aws;
    this.place = place;
    this.purpose = purpose;
  }

  /**
   * What a key is for.
   *
   * @param alias its name
   * @param tag marks it before it has its alias, so that an interrupted run leaves none behind
   * @param description for people
   * @param signs true if it signs, false if it encrypts
   */
  private record Purpose(String alias, Tag tag, String description, boolean signs) {}

  /** The key that encrypts the state, its locks and its plans. */
  static StateKey encrypting(Aws aws, StatePlace place) {
    String bucket = place.bucket();
    Tag tag = tag("cashtrace-infra-state-bucket", bucket);
    String alias = place.state().keyAlias();
    return new StateKey(aws, place, new Purpose(alias, tag, "Terraform state in " + bucket, false));
  }

  /** The key that signs the audit trail of the environment. */
  static StateKey signing(Aws aws, StatePlace place) {
    Tag tag = tag("cashtrace-infra-audit-trail", place.bucket() + "/" + place.environment());
    String description = "Audit trail of " + place.environment();
    return new StateKey(aws, place, new Purpose(SigningKey.alias(place), tag, description, true));
  }

  @Override
  public String name() {
    return "key " + alias();
  }

  String alias() {
    return purpose.alias();
  }

  /** The ARN, of which only a key that is there has one. */
  String arn() {
    return Objects.requireNonNull(arn, "the key is asked for its ARN before it was made");
  }

  private String id() {
    return arn().substring(arn().lastIndexOf('/') + 1);
  }

  /** How settings name the key that something is encrypted with. */
  String named(@Nullable String id) {
    return id == null || id.isEmpty()
        ? "no key of ours"
        : arn != null && (arn.equals(id) || arn.endsWith("/" + id)) ? alias() : id;
  }

  @Override
  public boolean exists() {
    Optional<KeyMetadata> key =
        Absent.or(() -> aws.kms().describeKey(b -> b.keyId(alias())).keyMetadata())
            .or(this::withoutAlias);
    key.ifPresent(found -> arn = usable(found).arn());
    return key.isPresent();
  }

  private Optional<KeyMetadata> withoutAlias() {
    List<KeyListEntry> keys =
        aws.ask("kms:ListKeys", () -> aws.kms().listKeysPaginator().keys().stream().toList());
    for (KeyListEntry entry : keys) {
      KeyMetadata key = aws.kms().describeKey(b -> b.keyId(entry.keyId())).keyMetadata();
      boolean candidate =
          key.keyManager() == KeyManagerType.CUSTOMER && key.keyState() == KeyState.ENABLED;
      if (candidate && isMarked(entry.keyId())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private boolean isMarked(String id) {
    try {
      return aws.kms().listResourceTags(b -> b.keyId(id)).tags().stream()
          .anyMatch(purpose.tag()::equals);
    } catch (FailureException e) {
      if (e.problem().code().equals("aws-access-denied")) {
        return false; // the key of somebody else in this account
      }
      throw e;
    }
  }

  private KeyMetadata usable(KeyMetadata key) {
    boolean mendable = key.keyState() == KeyState.ENABLED || key.keyState() == KeyState.DISABLED;
    if (!mendable || Boolean.TRUE.equals(key.multiRegion())) {
      String reason =
          mendable ? "may be copied to other regions" : "is in state " + key.keyStateAsString();
      throw new FailureException(
          Problem.unlocated(
              "state-key-unusable",
              "the key '%s' (%s) %s".formatted(alias(), key.arn(), reason),
              mendable
                  ? "give the alias another name; the next run makes a key that stays here"
                  : (purpose.signs() ? "nothing can be recorded" : "what it encrypted is lost")
                      + " without it: 'aws kms cancel-key-deletion --key-id "
                      + key.keyId()
                      + "' keeps it"));
    }
    return key;
  }

  @Override
  public void create() {
    CreateKeyRequest request =
        CreateKeyRequest.builder()
            .description(purpose.description())
            .keySpec(purpose.signs() ? KeySpec.ECC_NIST_P256 : KeySpec.SYMMETRIC_DEFAULT)
            .keyUsage(purpose.signs() ? KeyUsageType.SIGN_VERIFY : KeyUsageType.ENCRYPT_DECRYPT)
            .policy(KeyPolicy.text(place.account()))
            .tags(tag("managed-by", "cashtrace-infra"), purpose.tag())
            .build();
    arn = aws.kmsOnce().createKey(request).keyMetadata().arn();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }

  /** Only a key that encrypts can be rotated by AWS. */
  @Override
  public List<Setting> settings() {
    return purpose.signs()
        ? Stream.concat(identity(), Stream.of(policy())).toList()
        : Stream.concat(identity(), Stream.of(rotation(), policy())).toList();
  }

  private Stream<Setting> identity() {
    return Stream.of(
        new Setting("alias", "set", this::foundAlias, this::putAlias),
        new Setting(
            "state",
            "enabled",
            () ->
                aws.kms().describeKey(b -> b.keyId(id())).keyMetadata().enabled()
                    ? "enabled"
                    : "disabled",
            () -> aws.kms().enableKey(b -> b.keyId(id()))));
  }

  private Setting rotation() {
    return new Setting(
        "rotation",
        "yearly",
        () ->
            aws.kms().getKeyRotationStatus(b -> b.keyId(id())).keyRotationEnabled()
                ? "yearly"
                : "off",
        () -> aws.kms().enableKeyRotation(b -> b.keyId(id())));
  }

  private Setting policy() {
    return new Setting(
        "policy",
        KeyPolicy.WANTED,
        () ->
            KeyPolicy.found(
                aws.kms().getKeyPolicy(b -> b.keyId(id()).policyName("default")).policy(),
                place.account()),
        () ->
            aws.kms()
                .putKeyPolicy(
                    b ->
                        b.keyId(id())
                            .policyName("default")
                            .policy(KeyPolicy.text(place.account()))));
  }

  private String foundAlias() {
    boolean set =
        aws.ask(
            "kms:ListAliases",
            () ->
                aws.kms().listAliasesPaginator(b -> b.keyId(id())).aliases().stream()
                    .anyMatch(found -> found.aliasName().equals(alias())));
    return set ? "set" : "missing";
  }

  private void putAlias() {
    Absent.create(() -> aws.kms().createAlias(b -> b.aliasName(alias()).targetKeyId(id())));
  }
}
