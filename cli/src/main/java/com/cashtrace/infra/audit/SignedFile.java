package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.cashtrace.infra.file.Digests;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file of two lines: canonical JSON, and the signature over it as a JSON object of its own. Two
 * lines, because then {@code head}, {@code tail}, {@code sha256sum} and {@code openssl} are enough
 * to verify it.
 *
 * @param text the first line, without its end
 * @param signature ECDSA in DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedFile(byte[] text, byte[] signature) {

  /** Bytes of the longest file that is written or read. */
  static final int LARGEST = 64 * 1024;

  private static final byte[] BEGIN = "{\"signature\":\"".getBytes(US_ASCII);
  private static final byte[] END = "\"}\n".getBytes(US_ASCII);

  /** Takes a file apart; what this class would not write is refused. */
  static SignedFile read(byte[] bytes) throws Malformed {
    if (bytes.length > LARGEST) {
      throw new Malformed("it is longer than " + LARGEST + " bytes");
    }
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    int from = end + 1 + BEGIN.length;
    int to = bytes.length - END.length;
    if (from >= to
        || !Arrays.equals(bytes, end + 1, from, BEGIN, 0, BEGIN.length)
        || !Arrays.equals(bytes, to, bytes.length, END, 0, END.length)) {
      throw new Malformed("it is not a line of JSON and a line with its signature");
    }
    return new SignedFile(Arrays.copyOf(bytes, end), decode(Arrays.copyOfRange(bytes, from, to)));
  }

  private static byte[] decode(byte[] text) throws Malformed {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      // the last digit has bits to spare: another one would be the same signature in other bytes
      if (Arrays.equals(Base64.getEncoder().encode(decoded), text)) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new Malformed("its signature is not base64");
  }

  /** The bytes of the file. */
  byte[] bytes() {
    byte[] encoded = Base64.getEncoder().encode(signature);
    byte[] all = Arrays.copyOf(text, text.length + 1 + BEGIN.length + encoded.length + END.length);
    int at = text.length;
    all[at++] = '\n';
    for (byte[] part : new byte[][] {BEGIN, encoded, END}) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** What the next record and the head name: SHA-256 of the whole file. */
  String digest() {
    return Digests.sha256(bytes());
  }
}
