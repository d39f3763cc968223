package com.cashtrace.infra.scan;

import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.scan.LeakPlants.Place;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the plans of a row: with a foreign place at the attribute, and with an approved one.
 *
 * @param schema says how values are typed
 */
record LeakCases(ProviderSchema schema) {

  /**
   * A plan in which something has to be found.
   *
   * @param name how the place is named
   */
  record Case(String name, LeakPlan plan, Leak.Expected expected) {}

  /** A plan in which nothing may be found that is not there without the attribute. */
  record Twin(String name, LeakPlan plan) {}

  /** None for an attribute that is no place of data. */
  List<Case> foreign(Leak leak) {
    Leak.Expected expected = leak.expected();
    List<Case> cases = new ArrayList<>();
    if (expected == null) {
      return cases;
    }
    String provider = leak.isOwn() ? LeakPlan.FAR : LeakPlan.NEAR;
    foreignValue(leak, expected)
        .ifPresent(
            value -> cases.add(new Case("foreign", planted(leak, provider, value), expected)));
    if (leak.plant().equals("flag absent")) {
      cases.add(new Case("absent", base(leak), expected));
    }
    if (expected.exposure() != Exposure.EXCEPTION) {
      referring(leak, provider, leak.isOwn() ? "near" : "far")
          .ifPresent(plan -> cases.add(new Case("reference", plan, expected)));
    }
    if (leak.isOwn()) {
      // data that is copied from abroad is abroad, whether or not the copy is at home
      String source = LeakPlants.text(leak, Place.IRELAND);
      Leak.Expected mention = new Leak.Expected(Role.MENTION, expected.aspect(), Exposure.UNKNOWN);
      cases.add(new Case("source abroad", planted(leak, LeakPlan.NEAR, source), mention));
    }
    if (leak.isBucket() && expected.exposure() != Exposure.GLOBAL_METADATA) {
      String nowhere = LeakPlants.text(leak, Place.CAPE_TOWN).replace("near-", "unheard-of-");
      Leak.Expected unknown =
          new Leak.Expected(expected.role(), expected.aspect(), Exposure.UNKNOWN);
      cases.add(new Case("bucket not in the plan", planted(leak, LeakPlan.NEAR, nowhere), unknown));
    }
    return cases;
  }

  /** The value that leads abroad, unless only a reference or no value at all does. */
  private static Optional<String> foreignValue(Leak leak, Leak.Expected expected) {
    if (leak.plant().startsWith("flag ")) {
      String value = leak.plant().substring(5);
      return value.equals("absent") ? Optional.empty() : Optional.of(value);
    }
    if (leak.plant().equals("subnet")) {
      return Optional.empty();
    }
    Place abroad = expected.exposure() == Exposure.EXCEPTION ? Place.VIRGINIA : Place.IRELAND;
    // a copy is made where the resource is, from a source that may be at home
    return Optional.of(LeakPlants.text(leak, leak.isOwn() ? Place.CAPE_TOWN : abroad));
  }

  /** None where every value of the attribute leads abroad. */
  List<Twin> twins(Leak leak) {
    if (leak.expected() == null) {
      return List.of(new Twin("no place", planted(leak, LeakPlan.NEAR, noPlace(leak))));
    }
    if (leak.plant().startsWith("flag ")) {
      return offValue(leak).isEmpty()
          ? List.of()
          : List.of(new Twin("not raised", planted(leak, LeakPlan.NEAR, offValue(leak))));
    }
    List<Twin> cases = new ArrayList<>();
    if (!leak.plant().equals("subnet") && leak.expected().exposure() != Exposure.EXCEPTION) {
      String near = LeakPlants.text(leak, Place.CAPE_TOWN);
      cases.add(new Twin("approved", planted(leak, LeakPlan.NEAR, near)));
    }
    referring(leak, LeakPlan.NEAR, "near")
        .ifPresent(plan -> cases.add(new Twin("approved reference", plan)));
    return cases;
  }

  /** A value that does not raise a flag; empty where every value does. */
  private static String offValue(Leak leak) {
    return switch (leak.plant()) {
      case "flag true" -> "false";
      case "flag CLOUDFRONT" -> "REGIONAL";
      case "flag Enabled" -> "Suspended";
      case "flag OUTPOST", "flag OUTPOST_LOCAL" -> "CLOUD";
      case "flag CRDR" -> "NONE";
      case "flag absent" ->
          leak.path().endsWith("types")
              ? "REGIONAL"
              : leak.path().endsWith("state") ? "DISABLED" : "false";
      default -> "";
    };
  }

  /** What people write into names, codes of countries and switches. */
  private String noPlace(Leak leak) {
    if (schema.typeOf(leak.type(), leak.path()).equals("bool")) {
      return "true";
    }
    if (leak.path().endsWith("role_arn")) {
      return "arn:aws:iam::111122223333:role/eu-west-1-reader";
    }
    boolean country = leak.path().matches(".*(country|continent|geo_restriction).*");
    return country ? "GB" : "prod-eu-west-1-main";
  }

  /** The plan without the attribute. */
  static LeakPlan base(Leak leak) {
    return others().with(leak.type() + ".this", LeakPlan.NEAR, "", TextNode.valueOf(""));
  }

  private LeakPlan planted(Leak leak, String provider, String text) {
    String type = schema.typeOf(leak.type(), leak.path());
    return others()
        .with(leak.type() + ".this", provider, leak.path(), LeakPlants.typed(type, text));
  }

  private Optional<LeakPlan> referring(Leak leak, String provider, String to) {
    String reference = LeakPlants.reference(leak, to);
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String type = schema.typeOf(leak.type(), leak.path());
    return Optional.of(
        others()
            .withReference(
                leak.type() + ".this", provider, leak.path(), LeakPlants.unknown(type), reference));
  }

  /** Every plan has the same resources to refer to, here and abroad. */
  private static LeakPlan others() {
    return other(
        other(new LeakPlan(), "near", LeakPlan.NEAR, Place.CAPE_TOWN),
        "far",
        LeakPlan.FAR,
        Place.IRELAND);
  }

  private static LeakPlan other(LeakPlan plan, String name, String provider, Place place) {
    return plan.with("aws_s3_bucket." + name, provider, "bucket", TextNode.valueOf(place.bucket))
        .with("aws_sqs_queue." + name, provider, "name", TextNode.valueOf(name))
        .with(
            "aws_subnet." + name,
            provider,
            "availability_zone",
            TextNode.valueOf(place.region + "a"));
  }
}
