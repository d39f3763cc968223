package com.cashtrace.infra.place;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The places that a text names: regions, zones and their ids, ARNs, hosts of clouds, buckets,
 * companies. Texts inside the text count as well: JSON, addresses, base64, compressed user data.
 */
public final class Mentions {

  /** How many texts can be one inside another; nobody writes more on purpose. */
  private static final int MOST_LAYERS = 6;

  /** Characters that texts inside a text may have together beyond eight times its own. */
  private static final int SPARE = 1 << 22;

  private final TextScan scan;
  private final Encoded encoded = new Encoded();

  private Mentions(TextScan scan) {
    this.scan = scan;
  }

  /** Knows what {@code schemas/catalog/} lists of places, hosts and companies. */
  public static Mentions read(Resources resources, Places places, Processors processors) {
    Entries catalog = Entries.read(resources, "schemas/catalog/places.yaml");
    HostEnds ends = new HostEnds(catalog.map("hosts"), places.atlas(), processors);
    return new Mentions(new TextScan(places.atlas(), ends, new ModelTokens(catalog.map("aws"))));
  }

  /** Every place that a text names, in the order of the text, each once. */
  public List<Mention> in(String text) {
    char[] chars = text.toCharArray();
    return in(chars, 0, chars.length);
  }

  /** The same for a stretch of characters, which saves a copy where a parser holds them. */
  public List<Mention> in(char[] text, int from, int length) {
    Reading reading = new Reading(SPARE + 8L * length);
    reading.layer(text, from, from + length, MOST_LAYERS);
    return reading.mentions.isEmpty() ? List.of() : List.copyOf(reading.mentions);
  }

  /** One text with the texts inside it. */
  private final class Reading {

    private final Set<Mention> mentions = new LinkedHashSet<>();
    private long budget;

    Reading(long budget) {
      this.budget = budget;
    }

    void layer(char[] text, int from, int to, int layers) {
      Found found = new Found();
      boolean escaped = scan.read(text, from, to, found);
      mentions.addAll(found.mentions());
      if (layers > 0 && budget > 0) {
        if (escaped) {
          inner(List.of(Escapes.off(new Window(text, from, to))), layers);
        }
        inner(encoded.in(text, from, to, (int) Math.min(budget, SPARE)), layers);
      }
    }

    private void inner(Collection<String> texts, int layers) {
      for (String text : texts) {
        budget -= text.length();
        if (budget > 0) {
          char[] chars = text.toCharArray();
          layer(chars, 0, chars.length, layers - 1);
        }
      }
    }
  }
}
