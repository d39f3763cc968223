package com.cashtrace.infra.place;

/**
 * What follows the code of a region in the name of a zone away from it: {@code -los-1a}, {@code
 * -wl1-bos-wlz-1}, {@code -cmn-wlz-1a}, and in the name of a group of such zones.
 */
final class TownZones {

  private static final int TOWN = 3;

  private TownZones() {}

  /** The index after it, or the same index if nothing of the kind follows. */
  static int end(Window text, int index, char separator) {
    int next = index;
    if (text.has(next, separator + "wl") && text.digit(next + TOWN)) {
      next += TOWN + 1;
      if (!text.word(next) && text.at(next) != separator) {
        return next;
      }
    }
    next = town(text, next, separator);
    if (next < 0) {
      return index;
    }
    if (text.has(next, separator + "wlz")) {
      next += 1 + TOWN;
    }
    int digits = next + 1;
    int end = text.at(next) == separator ? text.afterDigits(digits, 2) : digits;
    if (end == digits) {
      return index;
    }
    int letter = text.letter(end) ? end + 1 : end;
    return text.word(letter) ? index : letter;
  }

  private static int town(Window text, int index, char separator) {
    boolean letters =
        text.at(index) == separator && text.afterLetters(index + 1, TOWN + 1) == index + 1 + TOWN;
    return letters ? index + 1 + TOWN : -1;
  }
}
