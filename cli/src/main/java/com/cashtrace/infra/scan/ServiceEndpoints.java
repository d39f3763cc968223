package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which regions AWS has an endpoint of a service: a resource can only be where there is one. */
public final class ServiceEndpoints {

  private final TypeTraits traits;
  private final Map<String, Service> services;

  private ServiceEndpoints(TypeTraits traits, Map<String, Service> services) {
    this.traits = traits;
    this.services = services;
  }

  /** Reads {@code schemas/catalog/aws-endpoints.tsv}. */
  public static ServiceEndpoints read(Resources resources, TypeTraits traits) {
    return new ServiceEndpoints(
        traits,
        TableFile.read(resources, "schemas/catalog/aws-endpoints.tsv", ServiceEndpoints::service));
  }

  /** The service of a resource type, if it is known. */
  public Optional<Service> of(String type) {
    return Optional.ofNullable(services.get(traits.of(type).service()));
  }

  /** True if a resource of this type cannot be in the region; of an unknown type never. */
  public boolean excludes(String type, String region) {
    return of(type).map(service -> !service.isIn(region)).orElse(false);
  }

  private static Service service(List<String> cells) {
    Availability in =
        switch (cells.get(2)) {
          case "africa" -> Availability.AFRICA;
          case "elsewhere" -> Availability.ELSEWHERE;
          case "global" -> Availability.GLOBAL;
          case "unknown" -> Availability.UNKNOWN;
          default -> throw new IllegalArgumentException("africa, elsewhere, global or unknown");
        };
    String regions = cells.get(3);
    return new Service(
        cells.get(0),
        cells.get(1),
        in,
        regions.isEmpty() ? Set.of() : Set.of(regions.split(" ")),
        cells.get(4));
  }

  /** Where a service can be had, seen from Africa. */
  public enum Availability {
    /** It has an endpoint in Cape Town. */
    AFRICA,
    /** It has endpoints in regions, none of them African. */
    ELSEWHERE,
    /** It has one endpoint for all regions. */
    GLOBAL,
    /** No list of its regions was found, so nothing follows from it. */
    UNKNOWN
  }

  /**
   * One service.
   *
   * @param key the name that AWS uses for its endpoint
   * @param name as people know it
   * @param availability where it can be had
   * @param regions for ELSEWHERE all its regions, for GLOBAL the one that it is run from; else
   *     empty
   * @param source where this is known from
   */
  public record Service(
      String key, String name, Availability availability, Set<String> regions, String source) {

    /** Copies the set. */
    public Service {
      regions = Set.copyOf(regions);
    }

    /** Whether a resource of it can be in the region, as far as that is known. */
    boolean isIn(String region) {
      return switch (availability) {
        case GLOBAL, AFRICA, UNKNOWN -> true;
        case ELSEWHERE -> regions.contains(region);
      };
    }
  }
}
