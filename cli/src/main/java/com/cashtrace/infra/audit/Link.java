package com.cashtrace.infra.audit;

import java.util.Map;

/**
 * What of a record makes it a link of the chain.
 *
 * @param environment whose trail it is of
 * @param sequence its number
 * @param previous SHA-256 of the file before
 */
record Link(String environment, long sequence, String previous) {

  static Link of(AuditRecord record) {
    return new Link(record.environment(), record.sequence(), record.previous());
  }

  /** Reads no more than a chain needs, for there may be many records. */
  static Link read(byte[] text, Canonical canonical) throws Malformed {
    Map<String, String> scalars = canonical.scan(text);
    try {
      return new Link(
          value(scalars, "environment"),
          Long.parseLong(value(scalars, "sequence")),
          value(scalars, "previous"));
    } catch (NumberFormatException e) {
      throw new Malformed("its number is none");
    }
  }

  private static String value(Map<String, String> scalars, String key) throws Malformed {
    String value = scalars.get(key);
    if (value == null) {
      throw new Malformed("it lacks the key '" + key + "'");
    }
    return value;
  }
}
