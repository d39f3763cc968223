package com.cashtrace.infra.modules;

import com.cashtrace.infra.modules.HclToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the structure of HCL, blocks and attributes; expressions stay tokens. */
final class HclReader {

  private static final Set<String> OPENING = Set.of("(", "[", "{");
  private static final Set<String> CLOSING = Set.of(")", "]", "}");

  private final HclSource source;
  private final List<HclToken> tokens;
  private int at;

  private HclReader(HclSource source) {
    this.source = source;
    this.tokens = HclLexer.tokens(source);
  }

  /** The file as a block without type. */
  static HclBlock read(HclSource source) {
    HclReader reader = new HclReader(source);
    HclBlock file = reader.body("", List.of(), 0);
    reader.require(reader.peek().is(Kind.END), "an end of the file");
    return file;
  }

  private HclBlock body(String type, List<String> labels, int start) {
    Map<String, HclAttribute> attributes = new LinkedHashMap<>();
    List<HclBlock> blocks = new ArrayList<>();
    skipNewlines();
    while (!peek().is("}") && !peek().is(Kind.END)) {
      HclToken name = take();
      require(name.is(Kind.NAME), "a name instead of '" + name.text() + "'");
      if (peek().is("=")) {
        take();
        HclAttribute attribute = new HclAttribute(name.text(), expression(), source, name.start());
        require(attributes.put(name.text(), attribute) == null, "no second '" + name.text() + "'");
      } else {
        blocks.add(block(name));
      }
      require(isEndOfItem(peek()), "a line's end instead of '" + peek().text() + "'");
      skipNewlines();
    }
    return new HclBlock(type, List.copyOf(labels), attributes, blocks, source, start, peek().end());
  }

  private HclBlock block(HclToken type) {
    List<String> labels = new ArrayList<>();
    while (peek().is(Kind.STRING)) {
      String label = take().text();
      labels.add(label.substring(1, label.length() - 1));
    }
    require(take().is("{"), "a block or an attribute at '" + type.text() + "'");
    HclBlock block = body(type.text(), labels, type.start());
    require(take().is("}"), "a closing brace of '" + type.text() + "'");
    return block;
  }

  /** Up to the line's end, or to the brace that ends a block written on one line. */
  private List<HclToken> expression() {
    List<HclToken> expression = new ArrayList<>();
    int depth = 0;
    while (depth > 0 || !isEndOfItem(peek())) {
      HclToken token = take();
      require(!token.is(Kind.END), "an end of the expression");
      if (token.is(Kind.MARK)) {
        depth += OPENING.contains(token.text()) ? 1 : CLOSING.contains(token.text()) ? -1 : 0;
      }
      require(depth >= 0, "no '" + token.text() + "'");
      expression.add(token);
    }
    require(!expression.isEmpty(), "a value");
    return expression;
  }

  private static boolean isEndOfItem(HclToken token) {
    return token.is(Kind.NEWLINE) || token.is(Kind.END) || token.is("}");
  }

  private void skipNewlines() {
    while (peek().is(Kind.NEWLINE)) {
      take();
    }
  }

  private HclToken peek() {
    return tokens.get(at);
  }

  private HclToken take() {
    return tokens.get(Math.min(at++, tokens.size() - 1));
  }

  private void require(boolean fine, String expected) {
    if (!fine) {
      throw source.trouble(tokens.get(Math.max(at - 1, 0)).line(), "expected " + expected);
    }
  }
}
