package com.cashtrace.infra.report;

/** How a part of a text looks on a terminal. */
enum Style {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  STRONG_RED("1;31"),
  STRONG_YELLOW("1;33"),
  STRONG_CYAN("1;36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style; as it is where no colour is wanted. */
  String of(String text, boolean colour) {
    return colour && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
