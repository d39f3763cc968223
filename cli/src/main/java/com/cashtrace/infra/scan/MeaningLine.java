package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The cells of a line of {@code aws-attributes.tsv}; its head says what they are. */
final class MeaningLine {

  private static final String FLAG = "flag";

  private MeaningLine() {}

  /** The meaning that the cells after type and path hold; anything unexpected is refused. */
  static Meaning meaning(List<String> cells) {
    if (cells.get(2).equals("none")) {
      width(cells, 4);
      return new Meaning.NoPlace(cells.get(3));
    }
    Role role = Role.valueOf(constant(cells.get(2)));
    Aspect aspect = Aspect.of(cells.get(3));
    String detail = cells.get(5);
    if (cells.get(4).equals(FLAG)) {
      width(cells, 8);
      Set<String> values = Set.of(cells.get(6).split("\\|"));
      return new Meaning.Flag(role, aspect, values, where(cells.get(7)), detail);
    }
    Meaning.Form form = Meaning.Form.valueOf(constant(cells.get(4)));
    width(cells, cells.size() > 6 && cells.get(6).equals("own") ? 7 : 6);
    return new Meaning.Names(role, aspect, form, cells.size() == 7, detail);
  }

  private static Whereabouts where(String cell) {
    return switch (cell.charAt(0)) {
      case '*' -> new Whereabouts.Worldwide(cell.substring(1));
      case '?' -> new Whereabouts.Unknown(cell.substring(1));
      default -> throw new IllegalArgumentException("a place begins with * or ?");
    };
  }

  private static void width(List<String> cells, int expected) {
    if (cells.size() != expected) {
      throw new IllegalArgumentException("there are " + cells.size() + " cells, not " + expected);
    }
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
