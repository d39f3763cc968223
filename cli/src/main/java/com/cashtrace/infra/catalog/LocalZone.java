package com.cashtrace.infra.catalog;

/**
 * A zone away from its region's data centres, with few services.
 *
 * @param place the city
 * @param country ISO 3166 code of the country that it is in, which may not be that of its region
 */
public record LocalZone(String place, String country) {}
