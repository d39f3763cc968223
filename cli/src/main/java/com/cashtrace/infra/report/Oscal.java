package com.cashtrace.infra.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the small things of which OSCAL documents are made.
 *
 * @param identity what tells the document from all others; the same identity gives the same UUIDs
 */
record Oscal(String identity) {

  /** The version of the format. */
  static final String VERSION = "1.1.2";

  /** OSCAL wants properties that are not its own to say whose they are. */
  private static final String NAMESPACE = "urn:cashtrace-infra:residency";

  private static final int MOST = 50;

  /** A name-based UUID, version 5 of RFC 4122, of something in the document. */
  String uuid(String... path) {
    byte[] hash = sha1(identity + "\n" + String.join("\n", path));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
    long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static byte[] sha1(String text) {
    try {
      // RFC 4122 names SHA-1; nothing here depends on its strength
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** The beginning of a day in Nigeria: reports know days, and OSCAL wants moments. */
  static String moment(LocalDate day) {
    return day + "T00:00:00+01:00";
  }

  /** Text that is markup to a reader: nothing in it is. */
  static String markup(String text) {
    String safe = MarkdownText.cell(text.strip());
    return safe.isEmpty() ? "none" : safe;
  }

  /** Text that is no markup: on one line, without blanks around it. */
  static String plain(String text) {
    String safe = SafeText.of(text).strip();
    return safe.isEmpty() ? "none" : safe;
  }

  /** A first line of a text that is not too long for a title. */
  static String title(String text) {
    return markup(text.length() <= MOST * 2 ? text : text.substring(0, MOST * 2) + "...");
  }

  /** Adds a property, if there is a value. */
  static void prop(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      ArrayNode props = node.withArray("/props");
      props.addObject().put("name", name).put("ns", NAMESPACE).put("value", plain(value + ""));
    }
  }
}
