package com.cashtrace.infra.environment;

/**
 * An amount of memory or storage as a spec gives it, such as {@code 512MiB} or {@code 200GiB}.
 *
 * @param text as written
 * @param mebibytes the same in MiB
 */
public record DataSize(String text, long mebibytes) {

  /** Reads a number with MiB, GiB or TiB; the schema has checked the form. */
  public static DataSize parse(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 3));
    long factor =
        switch (text.charAt(text.length() - 3)) {
          case 'M' -> 1;
          case 'G' -> 1_024;
          default -> 1_048_576;
        };
    return new DataSize(text, Math.multiplyExact(number, factor));
  }

  /** Whole GiB, rounded down. */
  public long gibibytes() {
    return mebibytes / 1_024;
  }

  @Override
  public String toString() {
    return text;
  }
}
