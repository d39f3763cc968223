package com.cashtrace.infra.render;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an environment's Terraform root.
 *
 * @param environment whose root it is
 * @param files path below the root, with forward slashes, to text with LF line ends
 */
public record RenderedTree(String environment, SortedMap<String, String> files) {

  /** Tells version, spec and digest of every file that counts. */
  public static final String MANIFEST = "manifest.json";

  /** Tells which line of the spec each module comes from; changes with every comment. */
  public static final String SOURCES = "sources.json";

  /** The files of which no digest is taken. */
  public static final Set<String> WITHOUT_DIGEST = Set.of(MANIFEST, SOURCES);

  /** Copies the files. */
  public RenderedTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  RenderedTree(String environment, Map<String, String> files) {
    this(environment, new TreeMap<>(files));
  }
}
