package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Resources;

/**
 * What is known of AWS, as far as specs are checked and rendered with it.
 *
 * @param regions regions, zones and the countries that they are in
 * @param fargate pairs of CPU and memory
 * @param sizes sizes of specs as instance classes
 * @param names what AWS takes as a name
 * @param engines versions of database and cache engines
 * @param parity what may differ between staging and production
 */
public record Catalog(
    Regions regions,
    FargateSizes fargate,
    Sizes sizes,
    NameLimits names,
    Engines engines,
    ParityExemptions parity) {

  /** Reads {@code schemas/catalog/}; a file that is not as its schema says fails with its place. */
  public static Catalog read(Resources resources) {
    return read(resources, Regions.read(resources));
  }

  /** Reads all but the regions, which somebody has read already. */
  public static Catalog read(Resources resources, Regions regions) {
    return new Catalog(
        regions,
        FargateSizes.read(resources),
        Sizes.read(resources),
        NameLimits.read(resources),
        Engines.read(resources),
        ParityExemptions.read(resources));
  }
}
