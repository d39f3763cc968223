package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.residency.Aspect;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a resource type has to do with data. A type that nobody reviewed counts as a store: it is
 * never ignored.
 */
public final class TypeTraits {

  /** The {@code type} of the {@code aws_organizations_policy} by which an organization opts out. */
  public static final String OPT_OUT = "AISERVICES_OPT_OUT_POLICY";

  private static final Traits UNREVIEWED =
      new Traits(Aspect.AT_REST, true, Reach.REGION, "", false);

  private final TypeTable<Traits> table;

  private TypeTraits(Map<String, Traits> entries) {
    this.table = new TypeTable<>(entries);
  }

  /** Reads {@code schemas/catalog/aws-types.tsv}. */
  public static TypeTraits read(Resources resources) {
    return new TypeTraits(
        TableFile.read(resources, "schemas/catalog/aws-types.tsv", TypeTraits::traits));
  }

  /** The traits of a type; of an unknown one those of a store in one region. */
  public Traits of(String type) {
    return table.of(type).orElse(UNREVIEWED);
  }

  /** Whether the type was reviewed. */
  public boolean knows(String type) {
    return table.of(type).isPresent();
  }

  private static Traits traits(List<String> cells) {
    boolean stores = cells.get(2).equals("stores");
    if (!stores && !cells.get(2).equals("passes")) {
      throw new IllegalArgumentException("'" + cells.get(2) + "' is neither stores nor passes");
    }
    Reach reach = Reach.valueOf(cells.get(3).toUpperCase(Locale.ROOT));
    return new Traits(
        Aspect.of(cells.get(1)), stores, reach, cells.get(4), cells.contains("learns"));
  }

  /**
   * Traits of one type.
   *
   * @param aspect in which way data is where the resource is placed
   * @param stores true if it keeps data of its own; false if data only passes through it, or if it
   *     is the configuration of something else
   * @param reach how far a resource of the type extends
   * @param service key of its service in {@code aws-endpoints.tsv}
   * @param learns true if AWS may keep its content in other regions, to make the service better,
   *     unless the organization opted out by a policy of type {@link #OPT_OUT}
   */
  public record Traits(
      Aspect aspect, boolean stores, Reach reach, String service, boolean learns) {}

  /** How far a resource extends. */
  public enum Reach {
    /** It is in the region of its provider. */
    REGION,
    /** It is at the edges of a worldwide network, whatever the region of its provider. */
    EDGE,
    /** It belongs to a service that has one place for the whole partition. */
    GLOBAL
  }
}
