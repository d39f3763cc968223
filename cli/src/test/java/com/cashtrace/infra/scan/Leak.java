package com.cashtrace.infra.scan;

import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a scan has to say when a foreign place is planted at an attribute.
 *
 * @param type the resource type
 * @param path the attribute
 * @param expected the holding that has to be found there; null if the attribute is no place of data
 * @param plant what is planted, in the words of {@link LeakPlants}
 */
record Leak(String type, String path, @Nullable Expected expected, String plant) {

  static List<Leak> all() {
    return AttributeTable.lines("/scan/leak-expectations.tsv").stream().map(Leak::leak).toList();
  }

  private static Leak leak(List<String> cells) {
    boolean none = cells.get(2).equals("none");
    return new Leak(
        cells.get(0),
        cells.get(1),
        none
            ? null
            : new Expected(
                Role.valueOf(constant(cells.get(2))),
                Aspect.of(cells.get(3)),
                Exposure.valueOf(constant(cells.get(4)))),
        cells.get(5));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  boolean isOwn() {
    return plant.startsWith("own ");
  }

  /** True for a value that names a bucket, which has no region in it. */
  boolean isBucket() {
    return plant.equals("s3-arn") || plant.equals("bucket-name") || plant.equals("uri");
  }

  @Override
  public String toString() {
    return type + " " + path;
  }

  /** Role, aspect and judgement that a holding must have. */
  record Expected(Role role, Aspect aspect, Exposure exposure) {}
}
