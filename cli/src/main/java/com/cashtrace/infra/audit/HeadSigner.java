package com.cashtrace.infra.audit;

/** The environment's key, whose private half never leaves where it is kept. */
public interface HeadSigner {

  /**
   * Signs by ECDSA on the curve P-256.
   *
   * @param digest SHA-256 of what is signed, 32 bytes
   * @return the signature in DER
   */
  byte[] sign(byte[] digest);

  /** The public half. */
  VerifyingKey publicKey();
}
