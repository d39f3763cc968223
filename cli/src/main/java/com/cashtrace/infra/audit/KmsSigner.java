package com.cashtrace.infra.audit;

import com.cashtrace.infra.backend.SigningKey;

/**
 * The environment's key in KMS.
 *
 * @param key signs
 * @param publicKey its public half, asked for once
 */
public record KmsSigner(SigningKey key, VerifyingKey publicKey) implements HeadSigner {

  /** Asks KMS for the public half. */
  public static KmsSigner of(SigningKey key) {
    byte[] der = key.publicKey();
    try {
      return new KmsSigner(key, VerifyingKey.ofDer(der));
    } catch (IllegalArgumentException e) {
      throw key.unusable();
    }
  }

  @Override
  public byte[] sign(byte[] digest) {
    return key.sign(digest);
  }
}
