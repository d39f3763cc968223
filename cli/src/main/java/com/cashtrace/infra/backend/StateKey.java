package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.Tag;

/** The key that encrypts the state, its locks and its plans. */
final class StateKey implements Resource {

  /** Marks the key before it has its alias, so that an interrupted run leaves none behind. */
  private static final String TAG = "cashtrace-infra-state-bucket";

  private final Aws aws;
  private final StatePlace place;
  private @Nullable String arn;

  StateKey(Aws aws, StatePlace place) {
    this.aws = aws;
    this.place = place;
  }

  @Override
  public String name() {
    return "key " + alias();
  }

  String alias() {
    return place.state().keyAlias();
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
          .anyMatch(tag -> tag.tagKey().equals(TAG) && tag.tagValue().equals(place.bucket()));
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
                  : "what it encrypted is lost with it: 'aws kms cancel-key-deletion --key-id "
                      + key.keyId()
                      + "' keeps it"));
    }
    return key;
  }

  @Override
  public void create() {
    CreateKeyRequest request =
        CreateKeyRequest.builder()
            .description("Terraform state in " + place.bucket())
            .policy(KeyPolicy.text(place.account()))
            .tags(tag("managed-by", "cashtrace-infra"), tag(TAG, place.bucket()))
            .build();
    arn = aws.kmsOnce().createKey(request).keyMetadata().arn();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("alias", "set", this::foundAlias, this::putAlias),
        new Setting(
            "state",
            "enabled",
            () ->
                aws.kms().describeKey(b -> b.keyId(id())).keyMetadata().enabled()
                    ? "enabled"
                    : "disabled",
            () -> aws.kms().enableKey(b -> b.keyId(id()))),
        new Setting(
            "rotation",
            "yearly",
            () ->
                aws.kms().getKeyRotationStatus(b -> b.keyId(id())).keyRotationEnabled()
                    ? "yearly"
                    : "off",
            () -> aws.kms().enableKeyRotation(b -> b.keyId(id()))),
        new Setting(
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
                                .policy(KeyPolicy.text(place.account())))));
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
