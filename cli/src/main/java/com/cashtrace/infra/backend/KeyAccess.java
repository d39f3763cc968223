package com.cashtrace.infra.backend;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.HexFormat;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/**
 * Tries whether the caller may use the keys of an environment, and leaves nothing behind.
 *
 * @param aws asks
 * @param place of the state
 */
public record KeyAccess(Aws aws, StatePlace place) {

  /** What is signed; no record and no head of a trail begins like this. */
  private static final String MESSAGE = "cashtrace-infra doctor v1\n";

  /** Encrypts and decrypts, as S3 does for whoever writes and reads a state. */
  public void encrypt() {
    String alias = place.state().keyAlias();
    SdkBytes encrypted =
        Absent.or(() -> aws.kms().generateDataKey(b -> b.keyId(alias).keySpec(DataKeySpec.AES_256)))
            .orElseThrow(() -> missing(alias))
            .ciphertextBlob();
    aws.kms().decrypt(b -> b.keyId(alias).ciphertextBlob(encrypted));
  }

  /** Signs, as whoever writes into the audit trail does. */
  public void sign() {
    byte[] digest = HexFormat.of().parseHex(Digests.sha256(MESSAGE));
    SigningKey key = new SigningKey(aws, place);
    key.publicKey(); // a writer asks for it too, to know the trail's
    key.sign(digest);
  }

  private FailureException missing(String alias) {
    return new FailureException(
        Problem.unlocated(
            "state-key-missing",
            "there is no key '" + alias + "' to encrypt the state with",
            "run 'state bootstrap " + place.environment() + "'"));
  }
}
