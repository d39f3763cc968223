package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places that the labels of a host name in other ways than by the code of a region. */
final class HostLabels {

  static final Whereabouts OUTPOST = new Unknown("an outpost stands where its owner put it");

  private final Atlas atlas;

  HostLabels(Atlas atlas) {
    this.atlas = atlas;
  }

  /**
   * A label that names a place.
   *
   * @param start index in the host
   */
  record Label(int start, String text, Whereabouts where) {}

  /** True for the hosts of racks that stand with their owners. */
  boolean outpost(String host) {
    return host.contains("outposts");
  }

  /** The last label that names a place of the provider, or null. */
  @Nullable Label place(String provider, String labels) {
    int end = labels.length();
    while (end > 0) {
      int start = labels.lastIndexOf('.', end - 1) + 1;
      Label found = label(provider, labels.substring(start, end), start);
      if (found != null) {
        return found;
      }
      end = start - 1;
    }
    return null;
  }

  private @Nullable Label label(String provider, String label, int start) {
    Optional<Whereabouts> where =
        switch (provider) {
          case Atlas.AWS -> atlas.shortCode(label);
          case Atlas.OCI -> atlas.ociKey(label);
          default -> Optional.empty();
        };
    return provider.equals(Atlas.AZURE)
        ? azure(label, start)
        : where.map(there -> new Label(start, label, there)).orElse(null);
  }

  /** {@code westeurope}, {@code westeurope-01} and {@code account-westeurope}. */
  private @Nullable Label azure(String label, int start) {
    int at = start;
    for (String word : Arrays.asList(label.split("-", -1))) {
      Optional<Whereabouts> where = atlas.region(Atlas.AZURE, word);
      if (where.isPresent()) {
        return new Label(at, word, where.get());
      }
      at += word.length() + 1;
    }
    return null;
  }
}
