package com.cashtrace.infra.modules;

/**
 * The smallest piece of HCL.
 *
 * @param kind what it is
 * @param text as it stands in the file; a string with its quotes
 * @param line where it begins, from 1
 * @param start index of its first character in the file
 */
record HclToken(Kind kind, String text, int line, int start) {

  /** What a token can be; comments are none. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    MARK,
    NEWLINE,
    END
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Index after its last character. */
  int end() {
    return start + text.length();
  }
}
