package com.cashtrace.infra.scan;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.problem.Location;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a spec says of the resources of one module of the root that was rendered from it.
 *
 * @param name such as {@code databases.main}; {@code network} and the like for what every
 *     environment has; null for what the spec does not declare
 * @param classes classes of the data that it holds or handles
 * @param location its line in the spec
 */
public record DeclaredComponent(
    @Nullable String name, Set<DataClass> classes, @Nullable Location location) {

  /** Copies the classes. */
  public DeclaredComponent {
    classes = Set.copyOf(classes);
  }
}
