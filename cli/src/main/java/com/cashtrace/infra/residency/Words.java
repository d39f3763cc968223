package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import java.util.Collection;
import java.util.List;

/** Lists as sentences have them. */
final class Words {

  private Words() {}

  /** Such as {@code personal and financial}. */
  static String classes(Collection<DataClass> classes) {
    return joined(classes.stream().map(DataClass::word).toList());
  }

  /** Such as {@code a, b and c}. */
  static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** The first of them and how many more there are, such as {@code a, b and 12 more}. */
  static String some(List<String> words, int most) {
    return words.size() <= most + 1
        ? joined(words)
        : String.join(", ", words.subList(0, most)) + " and " + (words.size() - most) + " more";
  }
}
