package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
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
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The digest of a file. */
  public static String ofFile(Path file) {
    try (DigestInputStream in = reading(Files.newInputStream(file))) {
      in.transferTo(OutputStream.nullOutputStream());
      return sha256(in);
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }

  /** A stream that digests what is read from it. */
  public static DigestInputStream reading(InputStream stream) {
    return new DigestInputStream(stream, sha256());
  }

  /** The digest of what was read from the stream; the stream starts anew with it. */
  public static String sha256(DigestInputStream read) {
    return HexFormat.of().formatHex(read.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
