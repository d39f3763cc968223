package com.cashtrace.infra.scan;

import com.cashtrace.infra.residency.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogues know of one resource type.
 *
 * @param cloud who offers it
 * @param traits what it has to do with data
 * @param service the name of its service; the type where nobody knows
 * @param region where a service for the whole partition is run from, or null
 * @param metadata why it holds no customer data, or null if it may
 * @param parts the parts of global services that it may be
 * @param absent attributes that send data somewhere by not being set
 * @param ownRegion true if its attribute {@code region} is where it is itself
 * @param ownArn true if its attribute {@code arn} is its own name
 */
record TypeFacts(
    Cloud cloud,
    TypeTraits.Traits traits,
    String service,
    @Nullable String region,
    @Nullable String metadata,
    List<MetadataTypes.GlobalPart> parts,
    Map<String, Meaning.Flag> absent,
    boolean ownRegion,
    boolean ownArn) {

  /** The facts of all types that a document has, looked up once each. */
  static final class Catalogue {

    private final Knowledge knowledge;
    private final Map<String, TypeFacts> types = new HashMap<>();

    Catalogue(Knowledge knowledge) {
      this.knowledge = knowledge;
    }

    TypeFacts of(String type) {
      TypeFacts known = types.get(type);
      if (known == null) {
        known = find(type);
        types.put(type, known);
      }
      return known;
    }

    private TypeFacts find(String type) {
      ServiceEndpoints.Service service = knowledge.endpoints().of(type).orElse(null);
      return new TypeFacts(
          Cloud.of(type),
          knowledge.traits().of(type),
          service == null ? type : service.name(),
          service == null ? null : first(service.regions()),
          knowledge.metadata().reason(type).orElse(null),
          knowledge.metadata().parts(type),
          knowledge.meanings().raisedByAbsence(type),
          isOwn(type, "region"),
          isOwn(type, "arn"));
    }

    /** In some types the attribute is of something else, as its meaning says. */
    private boolean isOwn(String type, String attribute) {
      Meaning meaning = knowledge.meanings().of(type, attribute).orElse(null);
      return !(meaning instanceof Meaning.Names names) || names.role() == Role.PLACEMENT;
    }

    private static @Nullable String first(Set<String> regions) {
      return regions.stream().sorted().findFirst().orElse(null);
    }
  }

  /** True if resources of the type are where their provider is. */
  boolean isRegional() {
    return cloud != Cloud.AWS || traits.reach() == TypeTraits.Reach.REGION;
  }
}
