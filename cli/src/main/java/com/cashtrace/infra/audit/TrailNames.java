package com.cashtrace.infra.audit;

import java.util.Locale;
import java.util.OptionalLong;

/** How the files of a trail are called. */
final class TrailNames {

  static final String HEAD = "head.jsonl";
  static final String KEY = "public-key.pem";
  static final String README = "README.txt";

  private static final String FOLDER = "records/";
  private static final String ENDING = ".jsonl";
  private static final int DIGITS = 10;
  private static final int LENGTH = FOLDER.length() + DIGITS + ENDING.length();

  private TrailNames() {}

  /** The file of a record: digits enough that names sort as numbers do. */
  static String record(long sequence) {
    return FOLDER + String.format(Locale.ROOT, "%0" + DIGITS + "d", sequence) + ENDING;
  }

  /** The number of the record that a file of this name holds, if it is the name of one. */
  static OptionalLong sequence(String name) {
    if (name.length() != LENGTH || !name.startsWith(FOLDER) || !name.endsWith(ENDING)) {
      return OptionalLong.empty();
    }
    long sequence = 0;
    for (int i = FOLDER.length(); i < FOLDER.length() + DIGITS; i++) {
      char digit = name.charAt(i);
      if (digit < '0' || digit > '9') {
        return OptionalLong.empty();
      }
      sequence = 10 * sequence + digit - '0';
    }
    return sequence == 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
  }

  /** True for a file that stands beside the records. */
  static boolean isCompanion(String name) {
    return name.equals(HEAD) || name.equals(KEY) || name.equals(README);
  }
}
