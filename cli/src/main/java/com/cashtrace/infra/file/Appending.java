package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds to files that somebody else began and will read. */
public final class Appending {

  private Appending() {}

  /** Adds text as UTF-8 in one write; makes the file if there is none. */
  public static void to(Path file, String text) {
    try {
      Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw DiskTrouble.writing(file, e);
    }
  }

  /** How many bytes a file has; 0 if there is none. */
  public static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }
}
