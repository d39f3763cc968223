package com.cashtrace.infra.catalog;

import java.util.regex.Pattern;

/**
 * What AWS takes as the name of one kind of resource.
 *
 * @param title the kind, such as {@code target group}
 * @param min fewest characters
 * @param max most characters
 * @param pattern what the whole name must be like, its length aside
 * @param words the pattern for a message
 */
public record NameLimit(String title, int min, int max, Pattern pattern, String words) {

  /** True if a name has none too few and none too many characters. */
  public boolean fits(String name) {
    return name.length() >= min && name.length() <= max;
  }

  /** True if a name is made of the right characters in the right order. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
