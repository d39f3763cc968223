package com.cashtrace.infra.modules;

import com.cashtrace.infra.modules.HclToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A name and the expression it is set to.
 *
 * @param name left of the equals sign
 * @param tokens the expression, with the line breaks inside it
 * @param source the file around it
 * @param start index of the name in the file
 */
record HclAttribute(String name, List<HclToken> tokens, HclSource source, int start) {

  HclAttribute {
    tokens = List.copyOf(tokens);
  }

  int line() {
    return tokens.get(0).line();
  }

  /** Index after the expression. */
  int end() {
    return tokens.get(tokens.size() - 1).end();
  }

  /** The expression as it stands in the file. */
  String expression() {
    return source.text().substring(tokens.get(0).start(), end());
  }

  /** The value of a string without templates. */
  String text() {
    String quoted = only(Kind.STRING);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\') {
        i++;
        c = quoted.charAt(i);
        if (c != '"' && c != '\\') {
          throw source.trouble(line(), "escape not understood: '\\" + c + "'");
        }
      } else if ((c == '$' || c == '%') && quoted.charAt(i + 1) == '{') {
        throw source.trouble(line(), "'" + name + "' must be a text without a template");
      }
      text.append(c);
    }
    return text.toString();
  }

  /** The value of a literal true or false. */
  boolean flag() {
    return switch (only(Kind.NAME)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw source.trouble(line(), "'" + name + "' must be true or false");
    };
  }

  /** The items of a list of references, such as {@code [var.name, var.zones]}. */
  List<String> references() {
    List<HclToken> inner = tokens.stream().filter(token -> !token.is(Kind.NEWLINE)).toList();
    if (!inner.get(0).is("[") || !inner.get(inner.size() - 1).is("]")) {
      throw source.trouble(line(), "'" + name + "' must be a list");
    }
    List<String> references = new ArrayList<>();
    StringBuilder reference = new StringBuilder();
    for (HclToken token : inner.subList(1, inner.size())) {
      if (token.is(Kind.NAME) || token.is(".")) {
        reference.append(token.text());
      } else if (!token.is(",") && !token.is("]")) {
        throw source.trouble(token.line(), "not a reference: '" + token.text() + "'");
      } else if (!reference.isEmpty()) {
        references.add(reference.toString());
        reference.setLength(0);
      }
    }
    return references;
  }

  private String only(Kind kind) {
    if (tokens.size() != 1 || !tokens.get(0).is(kind)) {
      throw source.trouble(line(), "'" + name + "' must be one literal, not: " + expression());
    }
    return tokens.get(0).text();
  }
}
