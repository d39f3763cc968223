package com.cashtrace.infra.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Can roots be rendered and planned below the scratch folder. */
final class ScratchCheck {

  private static final String NAME = "scratch folder";
  private static final String ELSEWHERE = "name another folder with --out, or mend this one";
  private static final long MIB = 1L << 20;

  /** A root, its plan and the plan as JSON; most of it is the plan of a big environment. */
  private static final long LEAST = 64 * MIB;

  /** The provider too, where it is fetched instead of taken from a mirror. */
  private static final long ENOUGH = 1024 * MIB;

  private ScratchCheck() {}

  static Check of(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Check.problem(NAME, "'" + there + "' stands in the way, a file", "move it away");
    }
    if (!Files.isWritable(there)) {
      return Check.problem(NAME, "'" + there + "' can't be written to", ELSEWHERE);
    }
    try {
      return space(folder, Files.getFileStore(there).getUsableSpace());
    } catch (IOException e) {
      return Check.problem(NAME, "'" + there + "' has no file system that answers", ELSEWHERE);
    }
  }

  static Check space(Path folder, long free) {
    String detail = "'" + folder + "', " + free / MIB + " MiB free";
    if (free < LEAST) {
      return Check.problem(NAME, detail, "free some space, " + LEAST / MIB + " MiB at least");
    }
    return free < ENOUGH
        ? Check.warning(
            NAME,
            detail,
            "free " + ENOUGH / MIB + " MiB, unless a mirror or cache on this disk has the provider")
        : Check.ok(NAME, detail);
  }
}
