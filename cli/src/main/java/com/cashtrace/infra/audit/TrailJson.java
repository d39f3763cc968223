package com.cashtrace.infra.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records and heads as the one text that each of them has, and back. */
public final class TrailJson {

  /** Rises when a reader of the former version would misread the text. */
  static final int FORMAT_VERSION = 1;

  private final Canonical canonical = new Canonical();
  private final Values values = new Values();

  /** The text of a record. */
  byte[] write(AuditRecord record) throws Malformed {
    return canonical.write(tree(record));
  }

  /** A record as its file has it, its keys in an order that people like. */
  public ObjectNode tree(AuditRecord record) {
    Entry entry = record.entry();
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("formatVersion", FORMAT_VERSION);
    tree.put("environment", record.environment());
    tree.put("sequence", record.sequence());
    tree.put("id", record.id());
    tree.put("time", record.time().toString());
    tree.put("kind", record.details().kind().word());
    tree.set("principal", values.tree(entry.principal()));
    tree.set("host", values.tree(entry.host()));
    tree.set("digests", values.tree(entry.digests()));
    tree.set("details", values.tree(record.details()));
    tree.put("previous", record.previous());
    return tree;
  }

  /** The record of a text; only what {@link #write(AuditRecord)} writes is taken. */
  AuditRecord record(byte[] text) throws Malformed {
    JsonNode tree = canonical.read(text);
    Kind kind =
        Kind.of(string(tree, "kind")).orElseThrow(() -> new Malformed("its kind is unknown"));
    Entry entry =
        new Entry(
            values.value(key(tree, "principal"), Principal.class),
            values.value(key(tree, "host"), Host.class),
            digests(key(tree, "digests")),
            values.value(key(tree, "details"), kind.details()));
    AuditRecord record =
        new AuditRecord(
            string(tree, "environment"),
            key(tree, "sequence").asLong(),
            string(tree, "id"),
            time(tree),
            entry,
            string(tree, "previous"));
    return requireSame(record, write(record), text);
  }

  /** The text of a head. */
  byte[] write(Head head) throws Malformed {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("formatVersion", FORMAT_VERSION);
    tree.put("environment", head.environment());
    tree.put("sequence", head.sequence());
    tree.put("digest", head.digest());
    tree.put("time", head.time().toString());
    tree.put("key", head.key());
    return canonical.write(tree);
  }

  /** The head of a text; only what {@link #write(Head)} writes is taken. */
  Head head(byte[] text) throws Malformed {
    JsonNode tree = canonical.read(text);
    Head head =
        new Head(
            string(tree, "environment"),
            key(tree, "sequence").asLong(),
            string(tree, "digest"),
            time(tree),
            string(tree, "key"));
    return requireSame(head, write(head), text);
  }

  private static <T> T requireSame(T value, byte[] written, byte[] text) throws Malformed {
    if (!Arrays.equals(written, text)) {
      throw new Malformed("it holds something that its schema does not have");
    }
    return value;
  }

  private static Instant time(JsonNode tree) throws Malformed {
    try {
      return Instant.parse(string(tree, "time"));
    } catch (DateTimeException e) {
      throw new Malformed("its time is not as in 2026-11-22T06:00:00Z");
    }
  }

  private static SortedMap<String, String> digests(JsonNode tree) {
    SortedMap<String, String> digests = new TreeMap<>();
    tree.properties().forEach(field -> digests.put(field.getKey(), field.getValue().asText()));
    return digests;
  }

  private static String string(JsonNode tree, String name) throws Malformed {
    return key(tree, name).asText();
  }

  private static JsonNode key(JsonNode tree, String name) throws Malformed {
    JsonNode value = tree.get(name);
    if (value == null) {
      throw new Malformed("it lacks the key '" + name + "'");
    }
    return value;
  }
}
