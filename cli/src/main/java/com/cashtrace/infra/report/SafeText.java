package com.cashtrace.infra.report;

/** Text of unknown origin, made safe to print on one line of a terminal or a log. */
final class SafeText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** First and last code point of the blocks whose characters take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD},
  };

  private SafeText() {}

  /** The text on one line, with everything that could steer a terminal written as an escape. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> safe.append(of(codePoint)));
    return safe.toString();
  }

  /** One character, or YAML's escape for it where it must not be printed. */
  static String of(int codePoint) {
    if (!isUnsafe(codePoint)) {
      return Character.toString(codePoint);
    }
    return codePoint > 0xFFFF
        ? String.format("\\U%08x", codePoint)
        : String.format("\\u%04x", codePoint);
  }

  /**
   * True for control characters and line ends, for marks that turn the direction of writing, and
   * for what is no character at all.
   */
  static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
      default -> isNoncharacter(codePoint);
    };
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  /** Columns that a character takes on a terminal: none, one or two. */
  static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (codePoint >= block[0] && codePoint <= block[1]) {
        return 2;
      }
    }
    return 1;
  }
}
