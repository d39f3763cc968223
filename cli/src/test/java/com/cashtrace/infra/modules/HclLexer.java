package com.cashtrace.infra.modules;

import com.cashtrace.infra.modules.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts HCL into tokens; refuses what the modules do not need, such as heredocs. */
final class HclLexer {

  private static final Pattern BLANK = Pattern.compile("[ \\t]+|(#|//)[^\\n]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern MARK =
      Pattern.compile("==|!=|<=|>=|=>|&&|\\|\\||\\.\\.\\.|[-+*/%=<>!?:.,(){}\\[\\]]");

  private final HclSource source;
  private final String text;
  private final List<HclToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private HclLexer(HclSource source) {
    this.source = source;
    this.text = source.text();
  }

  /** All tokens of the text and an END. */
  static List<HclToken> tokens(HclSource source) {
    HclLexer lexer = new HclLexer(source);
    while (lexer.at < lexer.text.length()) {
      lexer.next();
    }
    lexer.tokens.add(new HclToken(Kind.END, "", lexer.line, lexer.at));
    return lexer.tokens;
  }

  private void next() {
    if (text.charAt(at) == '\n') {
      add(Kind.NEWLINE, at + 1);
      line++;
    } else if (text.charAt(at) == '"') {
      add(Kind.STRING, endOfString(at));
    } else if (matches(BLANK) > at) {
      at = matches(BLANK);
    } else if (matches(NAME) > at) {
      add(Kind.NAME, matches(NAME));
    } else if (matches(NUMBER) > at) {
      add(Kind.NUMBER, matches(NUMBER));
    } else if (matches(MARK) > at && !text.startsWith("/*", at)) {
      add(Kind.MARK, matches(MARK));
    } else {
      throw source.trouble(
          line, "not understood: '" + text.substring(at).lines().findFirst().orElseThrow() + "'");
    }
  }

  private int matches(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() : at;
  }

  private void add(Kind kind, int end) {
    tokens.add(new HclToken(kind, text.substring(at, end), line, at));
    at = end;
  }

  /** The index after the closing quote of the string that opens at {@code open}. */
  private int endOfString(int open) {
    int i = open + 1;
    while (charAt(i) != '"') {
      if (charAt(i) == '\\') {
        i += 2;
      } else if (text.startsWith("$${", i) || text.startsWith("%%{", i)) {
        i += 3;
      } else if (text.startsWith("${", i) || text.startsWith("%{", i)) {
        i = endOfTemplate(i + 2);
      } else {
        i++;
      }
    }
    return i + 1;
  }

  /** The index after the brace that closes a template, which may hold strings and braces. */
  private int endOfTemplate(int begin) {
    int i = begin;
    while (charAt(i) != '}') {
      if (charAt(i) == '"') {
        i = endOfString(i);
      } else {
        i = charAt(i) == '{' ? endOfTemplate(i + 1) : i + 1;
      }
    }
    return i + 1;
  }

  private char charAt(int i) {
    if (i >= text.length() || text.charAt(i) == '\n') {
      throw source.trouble(line, "a string does not end on its line");
    }
    return text.charAt(i);
  }
}
