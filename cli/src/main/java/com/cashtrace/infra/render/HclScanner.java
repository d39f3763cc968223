package com.cashtrace.infra.render;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the brackets of one line of HCL and finds its equals sign, past strings and comments. */
final class HclScanner {

  private enum Mode {
    CODE,
    STRING
  }

  private final String text;
  private final Deque<Mode> modes = new ArrayDeque<>();
  private final Deque<Integer> outerDepths = new ArrayDeque<>();
  private int at;
  private int depth;
  private int net;
  private int equalsAt = -1;

  HclScanner(String text) {
    this.text = text;
    modes.push(Mode.CODE);
  }

  int net() {
    return net;
  }

  /** Where the first equals sign stands, or -1. */
  int equalsAt() {
    return equalsAt;
  }

  void run() {
    while (at < text.length()) {
      boolean goesOn = modes.peek() == Mode.CODE ? code() : string();
      if (!goesOn) {
        return;
      }
      at++;
    }
  }

  /** False where a comment begins. */
  private boolean code() {
    switch (text.charAt(at)) {
      case '"' -> modes.push(Mode.STRING);
      case '{', '[', '(' -> bracket(1);
      case '}' -> closingBrace();
      case ']', ')' -> bracket(-1);
      case '=' -> equalsSign();
      case '#' -> {
        return false;
      }
      case '/' -> {
        return !text.startsWith("//", at);
      }
      default -> {}
    }
    return true;
  }

  private void bracket(int change) {
    depth += change;
    net += change;
  }

  /** Ends a block or an object, or the template inside a string. */
  private void closingBrace() {
    if (depth == 0 && modes.size() > 1) {
      modes.pop();
      depth = outerDepths.pop();
    } else {
      bracket(-1);
    }
  }

  private void equalsSign() {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
    if (after == '=' || after == '>') {
      at++;
    } else if (equalsAt < 0 && modes.size() == 1 && "!<>".indexOf(before) < 0) {
      equalsAt = at;
    }
  }

  private boolean string() {
    if (text.charAt(at) == '\\') {
      at++;
    } else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
      at += 2;
    } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
      at++;
      modes.push(Mode.CODE);
      outerDepths.push(depth);
      depth = 0;
    } else if (text.charAt(at) == '"') {
      modes.pop();
    }
    return true;
  }
}
