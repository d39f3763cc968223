package com.cashtrace.infra.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of an environment a resource belongs to. A rendered root names its modules so: {@code
 * module.services_api} is the component {@code services.api}, any other module is part of the
 * foundation under its own name.
 */
public final class ComponentName {

  /** What stands in no module. */
  public static final String ROOT = "root";

  private static final Pattern MODULE = Pattern.compile("module\\.([^.\\[]+).*");
  private static final Pattern COMPONENT =
      Pattern.compile("(services|databases|caches|buckets|secrets)_(.+)");

  private ComponentName() {}

  /** The component of the module at this address; {@link #ROOT} for the empty address. */
  public static String of(String module) {
    Matcher matcher = MODULE.matcher(module);
    if (!matcher.matches()) {
      return ROOT;
    }
    Matcher component = COMPONENT.matcher(matcher.group(1));
    return component.matches() ? component.group(1) + "." + component.group(2) : matcher.group(1);
  }

  /** Order of reports: the foundation first, then the components, the root last. */
  static int compare(String one, String other) {
    int rank = Integer.compare(rank(one), rank(other));
    return rank == 0 ? one.compareTo(other) : rank;
  }

  private static int rank(String name) {
    return name.equals(ROOT) ? 2 : name.indexOf('.') < 0 ? 0 : 1;
  }
}
