package com.cashtrace.infra.terraform;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the providers are taken from.
 *
 * @param folder the mirror, absolute; null for the registry, or whatever the user's own CLI
 *     configuration puts in its place
 * @param sentence tells a person which one was taken and why
 * @param searched the folders that were looked into, in that order
 */
public record MirrorChoice(@Nullable Path folder, String sentence, List<Path> searched) {

  /** Copies the list. */
  public MirrorChoice {
    searched = List.copyOf(searched);
  }
}
