package com.cashtrace.infra.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the six fields of a cron expression.
 *
 * @param name for a message
 * @param min smallest number
 * @param max largest number
 * @param words names of the numbers from {@code min} on, or none
 * @param special regular expression of what only this field takes, or empty
 */
record CronField(String name, int min, int max, List<String> words, String special) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** What is wrong with a value of this field, as the end of a sentence. */
  Optional<String> fault(String value) {
    if (value.equals("?")) {
      return Optional.empty(); // the schema has checked that one of the two days has it
    }
    for (String item : value.split(",", -1)) {
      if (!isItem(item)) {
        return Optional.of(
            String.format("has '%s' as the %s, which goes from %s", item, name, range()));
      }
    }
    return Optional.empty();
  }

  private boolean isItem(String item) {
    if (!special.isEmpty() && item.matches(special)) {
      return isSpecial(item);
    }
    String[] step = item.split("/", -1);
    if (step.length > 2 || (step.length == 2 && number(step[1]) < 1)) {
      return false;
    }
    if (step[0].equals("*")) {
      return true;
    }
    String[] ends = step[0].split("-", -1);
    int from = value(ends[0]);
    int to = value(ends[ends.length - 1]);
    return ends.length <= 2 && from >= min && from <= max && to >= from && to <= max;
  }

  /** The number in {@code 15W}, {@code FRIL} or {@code 6#3} has to be in range. */
  private boolean isSpecial(String item) {
    String number = item.replaceFirst("(#[1-5]|LW|L|W)$", "");
    return number.isEmpty() || (value(number) >= min && value(number) <= max);
  }

  private int value(String text) {
    int word = words.indexOf(text.toUpperCase(Locale.ROOT));
    return word >= 0 ? word + min : number(text);
  }

  private static int number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  private String range() {
    String numbers = min + " to " + max;
    return words.isEmpty()
        ? numbers
        : numbers + " or " + words.get(0) + " to " + words.get(words.size() - 1);
  }
}
