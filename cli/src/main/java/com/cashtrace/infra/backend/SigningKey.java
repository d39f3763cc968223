package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The key in KMS that signs the audit trail of an environment; its private half stays there. */
public final class SigningKey {

  private final Aws aws;
  private final StatePlace place;

  /** Asks nobody anything yet. */
  public SigningKey(Aws aws, StatePlace place) {
    this.aws = aws;
    this.place = place;
  }

  static String alias(StatePlace place) {
    return place.state().keyAlias() + "-audit-" + place.environment();
  }

  /**
   * Signs by ECDSA.
   *
   * @param digest SHA-256 of what is signed, 32 bytes
   * @return the signature in DER
   */
  public byte[] sign(byte[] digest) {
    return present(
        () ->
            aws.kms()
                .sign(
                    b ->
                        b.keyId(alias(place))
                            .message(SdkBytes.fromByteArray(digest))
                            .messageType(MessageType.DIGEST)
                            .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature()
                .asByteArray());
  }

  /** The public half, as SubjectPublicKeyInfo in DER. */
  public byte[] publicKey() {
    return present(
        () -> aws.kms().getPublicKey(b -> b.keyId(alias(place))).publicKey().asByteArray());
  }

  /** The problem that it is a key of another kind than ECDSA on the curve P-256. */
  public FailureException unusable() {
    return new FailureException(
        Problem.unlocated(
            "trail-key-unusable",
            "the key '%s' is no ECDSA key on the curve P-256".formatted(alias(place)),
            "give the alias another name and run 'state bootstrap'"));
  }

  private <T> T present(Supplier<T> question) {
    Optional<T> answer = Absent.or(question);
    return answer.orElseThrow(
        () ->
            new FailureException(
                Problem.unlocated(
                    "trail-key-missing",
                    "there is no key '%s' to sign the audit trail with".formatted(alias(place)),
                    "run 'state bootstrap " + place.environment() + "'")));
  }
}
