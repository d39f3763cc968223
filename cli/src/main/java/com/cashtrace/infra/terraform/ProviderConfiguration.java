package com.cashtrace.infra.terraform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One {@code provider "aws"} block of a root.
 *
 * @param alias its alias; null for the default one
 */
public record ProviderConfiguration(@Nullable String alias) {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** Refuses what is no identifier of HCL. */
  public ProviderConfiguration {
    if (alias != null && !IDENTIFIER.matcher(alias).matches()) {
      throw new IllegalArgumentException("'" + alias + "' is no alias of a provider");
    }
  }
}
