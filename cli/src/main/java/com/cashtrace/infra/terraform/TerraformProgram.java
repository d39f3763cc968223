package com.cashtrace.infra.terraform;

import java.nio.file.Path;

/**
 * A terraform that was found, answered, and is of a version that this program works with.
 *
 * @param path where it is, absolute
 * @param version which one it is
 * @param platform what it runs on, in terraform's words: {@code linux_amd64}
 */
public record TerraformProgram(Path path, Version version, String platform) {

  private static final Version LEAST = new Version(1, 11, 0, "");
  private static final int FIRST_UNKNOWN_MAJOR = 2;

  /** The versions that this program works with, as messages name them. */
  public static final String RANGE = ">= 1.11.0, < 2.0.0";

  /** True for a version within {@link #RANGE}; a pre-release of 2.0.0 is outside of it. */
  static boolean supports(Version version) {
    return version.compareTo(LEAST) >= 0 && version.major() < FIRST_UNKNOWN_MAJOR;
  }
}
