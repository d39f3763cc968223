package com.cashtrace.infra.render;

import java.util.Set;
import java.util.regex.Pattern;

/** Text as a quoted HCL string: what Terraform reads is the text, whatever it holds. */
public final class HclText {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** Words that mean something else than themselves where a key is expected. */
  private static final Set<String> RESERVED = Set.of("for", "if", "in", "null", "true", "false");

  /**
   * Characters that nobody sees or that change how their neighbours look, first and last of each
   * range: a reviewer reads their numbers instead. Not taken from the tables of the Java platform,
   * which grow from version to version, so that every version renders the same bytes.
   */
  private static final int[] UNSEEN = {
    0x7F, 0xA0, 0xAD, 0xAD, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2000,
    0x200F, 0x2028, 0x202F, 0x205F, 0x206F, 0x3000, 0x3000, 0x3164, 0x3164, 0xE000, 0xF8FF, 0xFE00,
    0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFF, 0xE0000, 0x10FFFF
  };

  private HclText() {}

  /** A key of an object: bare where HCL allows it, since that is how people write it. */
  static String key(String text) {
    return IDENTIFIER.matcher(text).matches() && !RESERVED.contains(text) ? text : quoted(text);
  }

  /** The text in quotes. NUL and lone surrogates have no place in HCL and must not come here. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isRefused(c)) {
        throw new IllegalArgumentException(String.format("U+%04X has no place in HCL", c));
      }
      append(out, c);
      boolean opensTemplate = (c == '$' || c == '%') && text.startsWith("{", i + 1);
      if (opensTemplate) {
        out.appendCodePoint(c); // doubled, HCL reads the marker as text
      }
    }
    return out.append('"').toString();
  }

  /** True for a character that no HCL string can hold. */
  static boolean isRefused(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').appendCodePoint(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || isUnseen(c)) {
          number(out, c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isUnseen(int c) {
    for (int i = 0; i < UNSEEN.length; i += 2) {
      if (c >= UNSEEN[i] && c <= UNSEEN[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static void number(StringBuilder out, int c) {
    out.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
  }
}
