package com.cashtrace.infra.scan;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is told beside the document.
 *
 * @param name what messages call the document
 * @param classes classes by address, or null if nobody wrote them down
 * @param specs name of an environment to what its spec declares; asked with the name that the
 *     resources are tagged with, if they are tagged as made by this program
 */
public record ScanOptions(
    String name, @Nullable ClassFile classes, Function<String, Optional<DeclaredModules>> specs) {

  /** Only the name. */
  public static ScanOptions of(String name) {
    return new ScanOptions(name, null, environment -> Optional.empty());
  }
}
