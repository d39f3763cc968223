package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Mentions;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Processors;

/**
 * The catalogues that a scan looks things up in.
 *
 * @param places where regions and zones are
 * @param mentions how texts name places
 * @param meanings what attributes of AWS' provider mean
 * @param metadata types that hold no customer data
 * @param traits what types have to do with data
 * @param endpoints where services can be had
 */
public record Knowledge(
    Places places,
    Mentions mentions,
    Meanings meanings,
    MetadataTypes metadata,
    TypeTraits traits,
    ServiceEndpoints endpoints) {

  /** Reads all of them. */
  public static Knowledge read(Resources resources) {
    return read(resources, Places.read(resources));
  }

  /** Reads all but the places. */
  public static Knowledge read(Resources resources, Places places) {
    TypeTraits traits = TypeTraits.read(resources);
    return new Knowledge(
        places,
        Mentions.read(resources, places, Processors.read(resources)),
        Meanings.read(resources),
        MetadataTypes.read(resources),
        traits,
        ServiceEndpoints.read(resources, traits));
  }
}
