package com.cashtrace.infra.place;

/** Text inside text: the escapes of JSON and of addresses. */
final class Escapes {

  private Escapes() {}

  /** True if a byte is written in hexadecimal after the percent sign that stands here. */
  static boolean percent(Window text, int index) {
    return hex(text, index + 1, 2) >= 0;
  }

  /** The text with one layer of escapes taken off; what is no escape stays. */
  static String off(Window text) {
    StringBuilder plain = new StringBuilder(text.to() - text.from());
    for (int i = text.from(); i < text.to(); i++) {
      char c = text.raw(i);
      if (c == '%' && percent(text, i)) {
        plain.append((char) hex(text, i + 1, 2));
        i += 2;
      } else if (c == '\\' && i + 1 < text.to()) {
        i += backslash(text, i, plain);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Returns how many characters follow the backslash. */
  private static int backslash(Window text, int index, StringBuilder plain) {
    char next = text.raw(index + 1);
    int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
    int code = digits == 0 ? -1 : hex(text, index + 2, digits);
    if (code >= 0) {
      plain.append((char) code);
      return 1 + digits;
    }
    if ("ntrbf".indexOf(next) >= 0) {
      plain.append(' ');
    } else if (Character.isLetterOrDigit(next)) {
      plain.append('\\').append(next);
    } else {
      plain.append(next);
    }
    return 1;
  }

  private static int hex(Window text, int index, int digits) {
    int code = 0;
    for (int i = index; i < index + digits; i++) {
      int digit = Character.digit(text.at(i), 16);
      if (digit < 0 || text.at(i) >= 128) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
