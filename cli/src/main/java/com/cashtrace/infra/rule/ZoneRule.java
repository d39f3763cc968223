package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.LocalZone;
import com.cashtrace.infra.catalog.Region;
import com.cashtrace.infra.catalog.Regions;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Place;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The region is known, its zones are known, belong to it, can run what we run, and differ.
 *
 * @param regions what is known
 */
record ZoneRule(Regions regions) implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    Place place = environment.place();
    Optional<Region> region = regions.region(place.region());
    if (region.isEmpty()) {
      String message = "'" + place.region() + "' is no region that is known here";
      return List.of(
          environment
              .error("unknown-region", SpecPath.of("place", "region"), message)
              .withHint(Nearest.hint(place.region(), regions.byCode().keySet(), "regions")));
    }
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < place.zones().size(); i++) {
      String zone = place.zones().get(i);
      SpecPath path = SpecPath.of("place", "zones", String.valueOf(i));
      if (place.zones().indexOf(zone) < i) {
        String message = "the zone '" + zone + "' is named twice";
        problems.add(
            environment
                .error("zone-duplicate", path, message)
                .withHint("zones of " + place.region() + ": " + zones(region.get())));
      } else {
        zone(environment, region.get(), path, zone).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<Problem> zone(
      Environment environment, Region region, SpecPath path, String zone) {
    if (region.zones().contains(zone)) {
      return Optional.empty();
    }
    LocalZone local = region.localZones().get(zone);
    if (local != null) {
      String message =
          String.format(
              "'%s' is a local zone (%s, %s), where Fargate, RDS, ElastiCache and this program's"
                  + " load balancer do not run",
              zone, local.place(), local.country());
      return Optional.of(
          environment
              .error("zone-local", path, message)
              .withHint("zones of " + region.code() + ": " + zones(region)));
    }
    String own = "zones of " + region.code();
    return Optional.of(
        regions
            .regionOfZone(zone)
            .map(
                other ->
                    environment
                        .error("zone-region", path, foreign(zone, other, region))
                        .withHint(own + ": " + zones(region)))
            .orElseGet(
                () ->
                    environment
                        .error("unknown-zone", path, "'" + zone + "' is no zone that is known here")
                        .withHint(Nearest.hint(zone, region.zones(), own))));
  }

  private static String foreign(String zone, Region other, Region region) {
    return String.format(
        "'%s' is a zone of %s, %s, not of %s", zone, other.code(), other.name(), region.code());
  }

  private static String zones(Region region) {
    return String.join(", ", region.zones());
  }
}
