package com.cashtrace.infra.file;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read a file that is written; the process' umask may narrow it further. */
public enum Access {
  /** Mode 0644. */
  SHARED("rw-r--r--"),
  /** Mode 0600: plans and whatever else may hold a secret. */
  PRIVATE("rw-------");

  private final String mode;

  Access(String mode) {
    this.mode = mode;
  }

  Set<PosixFilePermission> permissions() {
    return PosixFilePermissions.fromString(mode);
  }
}
