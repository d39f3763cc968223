package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Regions and zones as words of a text: {@code af-south-1}, {@code af-south-1-los-1a}, {@code
 * europe-west1-b}, also with underscores. What has their shape and is not known is unknown.
 */
final class RegionTokens {

  private static final Set<String> GEOGRAPHIES =
      Set.of(
          "us",
          "eu",
          "ap",
          "sa",
          "ca",
          "me",
          "af",
          "il",
          "mx",
          "cn",
          "uk",
          "eusc",
          "africa",
          "asia",
          "australia",
          "europe",
          "northamerica",
          "southamerica");

  private static final Set<String> DIRECTIONS =
      Set.of(
          "north",
          "south",
          "east",
          "west",
          "central",
          "northeast",
          "northwest",
          "southeast",
          "southwest");

  private static final Set<String> PARTITIONS = Set.of("gov", "iso", "isob", "isoe", "isof");

  private static final int LONGEST_WORD = 12;
  private static final int MOST_WORDS = 3;

  private final Atlas atlas;
  private final boolean[] endsGeography = new boolean[26 * 26];

  RegionTokens(Atlas atlas) {
    this.atlas = atlas;
    for (String geography : GEOGRAPHIES) {
      int length = geography.length();
      endsGeography[pair(geography.charAt(length - 2), geography.charAt(length - 1))] = true;
    }
  }

  private static int pair(char first, char second) {
    return (first - 'a') * 26 + second - 'a';
  }

  /** The place whose name has its first hyphen or underscore here, or null. */
  @Nullable Token at(Window text, int hyphen) {
    char separator = text.at(hyphen);
    if ((separator != '-' && separator != '_')
        || !text.letter(hyphen + 1)
        || !text.letter(hyphen - 1)
        || !text.letter(hyphen - 2)
        || !endsGeography[pair(text.at(hyphen - 2), text.at(hyphen - 1))]) {
      return null;
    }
    int start = hyphen - 2;
    while (start > hyphen - LONGEST_WORD && text.letter(start - 1)) {
      start--;
    }
    return text.word(start - 1) || !GEOGRAPHIES.contains(text.lower(start, hyphen))
        ? null
        : region(text, start, hyphen);
  }

  private @Nullable Token region(Window text, int start, int hyphen) {
    char separator = text.at(hyphen);
    int word = hyphen + 1;
    for (int count = 0; count < MOST_WORDS; count++) {
      int wordEnd = text.afterLetters(word, LONGEST_WORD);
      boolean separated = text.at(wordEnd) == separator;
      int digits = separated ? wordEnd + 1 : wordEnd;
      int end = text.afterDigits(digits, 2);
      if (end > digits && wordEnd > word) {
        return text.digit(end) ? null : named(text, new Span(start, end, separated, separator));
      }
      if (!separated || !text.letter(wordEnd + 1)) {
        return null;
      }
      word = wordEnd + 1;
    }
    return null;
  }

  /**
   * Where the code of a region is.
   *
   * @param separated true if something stands before its number, as AWS and OCI have it
   */
  private record Span(int start, int end, boolean separated, char separator) {}

  private @Nullable Token named(Window text, Span span) {
    String code = text.lower(span.start, span.end).replace('_', '-');
    Optional<Whereabouts> aws = atlas.region(Atlas.AWS, code);
    if (aws.isPresent()) {
      return amazon(text, span, aws.get());
    }
    Optional<Whereabouts> gcp = atlas.region(Atlas.GCP, code);
    if (gcp.isPresent()) {
      return google(text, span, gcp.get());
    }
    Optional<Whereabouts> oci = atlas.region(Atlas.OCI, code);
    if (oci.isPresent()) {
      return oracle(text, span, oci.get());
    }
    if (!shaped(code)) {
      return null;
    }
    Whereabouts unknown = new Unknown("the region " + code + " is not known");
    return span.separated ? amazon(text, span, unknown) : google(text, span, unknown);
  }

  /** True for a geography, maybe a partition, and a direction before the number. */
  private static boolean shaped(String code) {
    String[] words = code.split("-", -1);
    int last = words.length - 1;
    if (words[last].matches("\\d+")) {
      last--;
    }
    String direction = words[last].replaceAll("\\d+$", "");
    boolean between =
        last == 1 || (last == 2 && (PARTITIONS.contains(words[1]) || words[0].equals("eusc")));
    return between && DIRECTIONS.contains(direction);
  }

  private @Nullable Token amazon(Window text, Span span, Whereabouts region) {
    if (text.letter(span.end) && !text.word(span.end + 1)) {
      return zone(text, span, span.end + 1);
    }
    if (text.word(span.end)) {
      return null;
    }
    int town = TownZones.end(text, span.end, span.separator);
    if (town == span.end) {
      return new Token(span.start, span.end, Form.REGION, region);
    }
    if (text.letter(town - 1) || text.has(town - 6, span.separator + "wlz")) {
      return zone(text, span, town);
    }
    String group = text.lower(span.start, town).replace('_', '-');
    return atlas
        .zoneGroup(group)
        .map(where -> new Token(span.start, town, Form.ZONE, where))
        .orElseGet(() -> new Token(span.start, span.end, Form.REGION, region));
  }

  private Token zone(Window text, Span span, int end) {
    String name = text.lower(span.start, end).replace('_', '-');
    Whereabouts where =
        atlas.zone(name).orElseGet(() -> new Unknown("the zone " + name + " is not known"));
    return new Token(span.start, end, Form.ZONE, where);
  }

  private static @Nullable Token google(Window text, Span span, Whereabouts region) {
    if (text.word(span.end)) {
      return null;
    }
    int letter = span.end + 1;
    if (text.at(span.end) != span.separator) {
      return new Token(span.start, span.end, Form.REGION, region);
    }
    if (text.letter(letter) && !text.word(letter + 1)) {
      String name = text.lower(span.start, letter + 1);
      return new Token(span.start, letter + 1, Form.ZONE, inRegion(region, name));
    }
    if (text.has(letter, "ai") && text.digit(letter + 2) && text.letter(letter + 3)) {
      String name = text.lower(span.start, letter + 4);
      Unknown unknown = new Unknown("the zone " + name + " is not known");
      return new Token(span.start, letter + 4, Form.ZONE, unknown);
    }
    return new Token(span.start, span.end, Form.REGION, region);
  }

  private static @Nullable Token oracle(Window text, Span span, Whereabouts region) {
    if (text.word(span.end)) {
      return null;
    }
    int digit = span.end + 4;
    if (text.has(span.end, "-ad-") && text.digit(digit) && !text.word(digit + 1)) {
      String name = text.lower(span.start, digit + 1);
      return new Token(span.start, digit + 1, Form.ZONE, inRegion(region, name));
    }
    return new Token(span.start, span.end, Form.REGION, region);
  }

  /** These providers have no zone away from the town of its region. */
  private static Whereabouts inRegion(Whereabouts region, String zone) {
    return region instanceof Known known
        ? new Known(known.provider(), known.region(), zone, known.country())
        : region;
  }
}
