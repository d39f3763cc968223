package com.cashtrace.infra.workspace;

/**
 * A file in which a folder is not what was rendered.
 *
 * @param path below the folder, with forward slashes
 * @param kind in which way
 * @param before text on the disk; empty if there is none
 * @param after text that was rendered; empty if there is none
 */
public record Difference(String path, Kind kind, String before, String after) {

  /** The ways in which a file can differ. */
  public enum Kind {
    /** Rendered, and not on the disk. */
    ADDED("add"),
    /** The disk has what an earlier render wrote, which is no longer what is rendered. */
    CHANGED("change"),
    /** Written by an earlier render and changed by somebody else since. */
    EDITED("restore"),
    /** Written by an earlier render and no longer rendered. */
    REMOVED("remove");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }

    /** What has to be done about it. */
    public String verb() {
      return verb;
    }
  }
}
