package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of one provider, or of one of its aliases.
 *
 * @param key such as {@code aws.dr}, or {@code module.a:aws} for a provider of a module
 * @param source such as {@code registry.terraform.io/hashicorp/aws}
 * @param module address of the module that it stands in; empty for the root
 * @param region what its region, location or zone is set to, or null if it is not set
 * @param mentions argument to a place that the argument names, but for the region
 */
record ProviderSetting(
    String key,
    String source,
    String module,
    @Nullable Expression region,
    Map<Mention, String> mentions) {

  /** Copies the map. */
  ProviderSetting {
    mentions = Map.copyOf(mentions);
  }
}
