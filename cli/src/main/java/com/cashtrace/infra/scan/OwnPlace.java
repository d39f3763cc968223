package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.scan.ResourceHoldings.Kind;

/** Finds where a resource itself is, and what its type says whatever its attributes are. */
final class OwnPlace {

  private final ServiceEndpoints endpoints;
  private final TypeFacts.Catalogue types;
  private final Placing placing;
  private final GlobalParts parts;
  private final boolean optedOut;

  OwnPlace(
      Facts facts,
      ServiceEndpoints endpoints,
      TypeFacts.Catalogue types,
      Placing placing,
      GlobalParts parts) {
    this.endpoints = endpoints;
    this.types = types;
    this.placing = placing;
    this.parts = parts;
    this.optedOut = facts.resources().values().stream().anyMatch(OwnPlace::optsOut);
  }

  /** Finds it, with what the type alone says. */
  void find(ResourceHoldings holdings) {
    Held held = holdings.held();
    Whereabouts where = placing.of(held);
    TypeFacts type = types.of(held.type());
    Aspect aspect = type.traits().aspect();
    String reason = type.metadata();
    MetadataTypes.GlobalPart part = parts.of(held, where);
    if (reason != null) {
      holdings.add(
          null, new Kind(aspect, Role.METADATA), where, "holds no customer data: " + reason);
    } else if (part != null) {
      String detail =
          "is in " + where + " because AWS has it nowhere else; it holds " + part.holds();
      holdings.add(null, new Kind(aspect, Role.GLOBAL_SERVICE), where, detail);
    } else if (type.cloud() != Cloud.OTHER || !(where instanceof Unknown)) {
      boolean edge = type.traits().reach() == TypeTraits.Reach.EDGE;
      Kind kind = new Kind(aspect, edge ? Role.EDGE : Role.PLACEMENT);
      holdings.add(null, kind, where, "is in " + where);
      endpoint(holdings, where);
      learning(holdings, type);
    }
  }

  /** An organization opts out by a policy, which may stand in another configuration. */
  private void learning(ResourceHoldings holdings, TypeFacts type) {
    if (type.traits().learns() && !optedOut) {
      Unknown where = new Unknown("nothing here opts out, and AWS does not say which it uses");
      Kind kind = new Kind(Aspect.AT_REST, Role.COPY);
      String detail = "may have its content kept in other regions to make the service better";
      holdings.add(null, kind, where, detail);
    }
  }

  private static boolean optsOut(Held held) {
    return held.type().equals("aws_organizations_policy")
        && held.stated().stream().anyMatch(s -> s.value().equals(TypeTraits.OPT_OUT));
  }

  /** A service without an endpoint there would have to be somewhere else. */
  private void endpoint(ResourceHoldings holdings, Whereabouts where) {
    String type = holdings.held().type();
    if (where instanceof Known known
        && known.region() != null
        && known.provider().equals(Cloud.AWS.code())
        && endpoints.excludes(type, known.region())) {
      TypeFacts facts = types.of(type);
      Kind kind = new Kind(facts.traits().aspect(), Role.PLACEMENT);
      Unknown nowhere = new Unknown(facts.service() + " cannot be had in " + known.region());
      holdings.add(null, kind, nowhere, "needs " + facts.service() + " in another region");
    }
  }
}
