package com.cashtrace.infra.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of text in UTF-8, in the two ways in which a document needs it. */
final class ResidencyDigest {

  private ResidencyDigest() {}

  /** In lower-case hexadecimal, as people compare it. */
  static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** In Base64, as a content security policy names a style. */
  static String base64(String text) {
    return Base64.getEncoder().encodeToString(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
