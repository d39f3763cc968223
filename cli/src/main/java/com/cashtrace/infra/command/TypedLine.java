package com.cashtrace.infra.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One line that somebody types or pipes in. What follows it stays where it is, for whoever reads
 * next.
 *
 * @param in where it comes from
 */
record TypedLine(InputStream in) {

  /** Longer than any answer. */
  private static final int LONGEST = 4096;

  /** The line without what ends it and the spaces around it; empty where nothing comes. */
  String read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        if (line.size() < LONGEST) {
          line.write(next);
        }
      }
    } catch (IOException e) {
      return ""; // an input that cannot be read says nothing
    }
    return line.toString(UTF_8).strip();
  }
}
