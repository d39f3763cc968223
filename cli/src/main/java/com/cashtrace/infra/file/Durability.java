package com.cashtrace.infra.file;

/** What a file that was written survives. */
public enum Durability {
  /**
   * The end of the process at any moment: the file is whole or as before. Enough for what can be
   * made again, and about as fast as writing without any care.
   */
  PROCESS,
  /** A power cut as well: content and name are on the disk when the call returns. */
  MACHINE
}
