package com.cashtrace.infra.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Takes one output stream of a running program. Whatever it leaves unread, also by an exception, is
 * read and dropped by {@link ProcessRunner}, so that the program never blocks.
 */
@FunctionalInterface
public interface OutputReader {

  /** Longest line that is handed on whole, in characters; the rest of a longer one is dropped. */
  int LONGEST_LINE = 1 << 20;

  /** Reads the stream, in a thread of its own, while the program runs. */
  void read(InputStream stream) throws IOException;

  /** Hands on each line as soon as it is complete; the text is taken as UTF-8. */
  static OutputReader lines(Consumer<String> consumer) {
    return stream -> {
      var reader = new BufferedReader(new InputStreamReader(stream, UTF_8));
      var line = new StringBuilder();
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        if (next == '\n') {
          consumer.accept(take(line));
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) next);
        }
      }
      if (!line.isEmpty()) {
        consumer.accept(take(line));
      }
    };
  }

  /** Reads everything and keeps nothing. */
  static OutputReader discard() {
    return stream -> stream.transferTo(OutputStream.nullOutputStream());
  }

  private static String take(StringBuilder line) {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\r') {
      line.setLength(end - 1);
    }
    String text = line.toString();
    line.setLength(0);
    return text;
  }
}
