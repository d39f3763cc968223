package com.cashtrace.infra.revision;

import java.nio.file.Path;
import java.util.List;

/**
 * What changed in a repository.
 *
 * @param revision since when, as the user named it
 * @param base the commit that is compared with: the newest one that the revision and HEAD share
 * @param top the folder of the repository, without symbolic links
 * @param files what differs from it in the working tree, by paths below the top, sorted; also what
 *     is gone, and what is new and not ignored
 */
public record Change(String revision, String base, Path top, List<String> files) {

  /** Copies the files. */
  public Change {
    files = List.copyOf(files);
  }
}
