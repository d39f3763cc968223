package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a signature is about. Its line stands before the signed text, so that a signature over a
 * record is never one over a head, nor anything else that the same key might sign.
 */
enum Domain {
  RECORD("cashtrace-infra audit record v1\n"),
  HEAD("cashtrace-infra audit head v1\n");

  private final String line;

  Domain(String line) {
    this.line = line;
  }

  /** What is signed: the line of the domain, the text, a line feed. */
  byte[] message(byte[] text) {
    byte[] begin = line.getBytes(UTF_8);
    byte[] message = new byte[begin.length + text.length + 1];
    System.arraycopy(begin, 0, message, 0, begin.length);
    System.arraycopy(text, 0, message, begin.length, text.length);
    message[message.length - 1] = '\n';
    return message;
  }
}
