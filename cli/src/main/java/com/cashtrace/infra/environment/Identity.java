package com.cashtrace.infra.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every component has, whatever its kind.
 *
 * @param reference kind and key
 * @param name its name at AWS, literally
 * @param named true if the spec gave that name, false if it was derived from environment and key
 * @param renamedFrom the key that it had before, or null
 * @param adopt address inside its module to the id of the thing at AWS that it takes over
 */
public record Identity(
    Reference reference,
    String name,
    boolean named,
    @Nullable String renamedFrom,
    Map<String, String> adopt) {

  /** Copies the map and keeps its order. */
  public Identity {
    adopt = Collections.unmodifiableMap(new LinkedHashMap<>(adopt));
  }
}
