package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Tells whether a problem of this run is the same as one of a former run. */
final class SarifFingerprint {

  /** Hexadecimal digits that are kept: enough to tell the problems of one project apart. */
  private static final int DIGITS = 32;

  private SarifFingerprint() {}

  /** Made of code, file, message and the line's text, but not its number: lines move. */
  static String of(Problem problem, Location location) {
    String excerpt = Objects.requireNonNullElse(location.excerpt(), "").strip();
    String whole = String.join("\0", problem.code(), location.file(), problem.message(), excerpt);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
