package com.cashtrace.infra.place;

import java.util.Locale;

/** A stretch of text that is read without regard to case; outside of it nothing stands. */
final class Window {

  private final char[] text;
  private final int from;
  private final int to;

  /** The characters from one index up to, but not including, another. */
  Window(char[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  static Window of(String text) {
    return new Window(text.toCharArray(), 0, text.length());
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The character at an index in lower case, or NUL outside of the window. */
  char at(int index) {
    if (index < from || index >= to) {
      return 0;
    }
    char c = text[index];
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /** The character at an index of the window as it was written. */
  char raw(int index) {
    return text[index];
  }

  boolean letter(int index) {
    char c = at(index);
    return c >= 'a' && c <= 'z';
  }

  boolean digit(int index) {
    char c = at(index);
    return c >= '0' && c <= '9';
  }

  /** Letters beyond ASCII count as well: they make a longer word of what stands beside them. */
  boolean word(int index) {
    char c = at(index);
    return c < 128 ? letter(index) || digit(index) : Character.isLetterOrDigit(c);
  }

  /** True for what a host or the name of a bucket is made of. */
  boolean host(int index) {
    char c = at(index);
    return letter(index) || digit(index) || c == '-' || c == '.' || c == '_';
  }

  /** True if this text, given in lower case, stands at an index. */
  boolean has(int index, String lower) {
    for (int i = 0; i < lower.length(); i++) {
      if (at(index + i) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first index from here on where no letter is, at most {@code most} further. */
  int afterLetters(int index, int most) {
    int end = index;
    while (end < index + most && letter(end)) {
      end++;
    }
    return end;
  }

  /** The first index from here on where no digit is, at most {@code most} further. */
  int afterDigits(int index, int most) {
    int end = index;
    while (end < index + most && digit(end)) {
      end++;
    }
    return end;
  }

  String lower(int start, int end) {
    return raw(start, end).toLowerCase(Locale.ROOT);
  }

  String raw(int start, int end) {
    return new String(text, start, end - start);
  }
}
