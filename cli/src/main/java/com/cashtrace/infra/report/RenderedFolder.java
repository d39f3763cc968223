package com.cashtrace.infra.report;

import java.util.List;

/**
 * What rendering one environment did to a folder, or would do.
 *
 * @param environment its name
 * @param folder as the user would type it
 * @param files how many files were rendered
 * @param changes files that differ, sorted by path
 * @param diff the differences as a unified diff; empty if nobody asked for it
 */
public record RenderedFolder(
    String environment, String folder, int files, List<Change> changes, String diff) {

  /** Copies the changes. */
  public RenderedFolder {
    changes = List.copyOf(changes);
  }

  /**
   * One file that differs.
   *
   * @param verb add, change, restore or remove
   * @param path below the folder
   */
  public record Change(String verb, String path) {}

  /** True if the folder holds exactly what was rendered. */
  public boolean isCurrent() {
    return changes.isEmpty();
  }
}
