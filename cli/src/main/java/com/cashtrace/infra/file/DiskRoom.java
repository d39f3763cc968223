package com.cashtrace.infra.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room a disk has. */
public final class DiskRoom {

  /** With less than this next to nothing can be written. */
  private static final long NOTHING = 64 << 10;

  private DiskRoom() {}

  /**
   * Bytes that can still be written below an existing folder; as many as can be if it is not told.
   */
  public static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE; // whoever writes there finds out
    }
  }

  /** True if there is no room to speak of. */
  public static boolean isFull(Path folder) {
    return free(folder) < NOTHING;
  }
}
