package com.cashtrace.infra.modules;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in HCL, and the words in which something about it is refused.
 *
 * @param name the file, for messages
 * @param text all of it
 */
record HclSource(String name, String text) {

  static HclSource of(Path file) {
    try {
      String name = GeneratedFile.repository().relativize(file).toString();
      return new HclSource(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trouble at a line, ready to be thrown: nothing that is not understood is passed over. */
  IllegalArgumentException trouble(int line, String message) {
    return new IllegalArgumentException(name + ":" + line + ": " + message);
  }
}
