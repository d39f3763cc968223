package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal, the only digest that this program writes. */
public final class Digests {

  private Digests() {}

  /** The digest of the text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(UTF_8));
  }

  /** The digest of the bytes. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
