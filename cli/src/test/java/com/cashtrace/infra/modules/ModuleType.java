package com.cashtrace.infra.modules;

import com.cashtrace.infra.modules.HclToken.Kind;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The type of a variable. */
sealed interface ModuleType {

  /** On one line, as Terraform would read it again. */
  String compact();

  /** On one line, with attributes left out. */
  String outline();

  /** string, number, bool, or the any that modules do without. */
  record Simple(String compact) implements ModuleType {
    @Override
    public String outline() {
      return compact;
    }
  }

  /** Many values of one type: map, list or set. */
  record Collection(String kind, ModuleType element) implements ModuleType {
    @Override
    public String compact() {
      return kind + "(" + element.compact() + ")";
    }

    @Override
    public String outline() {
      return kind + "(" + element.outline() + ")";
    }
  }

  /** An object; the text of an attribute that may be left out holds its default, if it has any. */
  record Structure(Map<String, ModuleType> attributes) implements ModuleType {
    @Override
    public String compact() {
      return attributes.entrySet().stream()
          .map(attribute -> attribute.getKey() + " = " + attribute.getValue().compact())
          .collect(Collectors.joining(", ", "object({ ", " })"));
    }

    @Override
    public String outline() {
      return "object";
    }
  }

  /** The type of an attribute that may be left out. */
  record Optional(ModuleType type, String fallback) implements ModuleType {
    @Override
    public String compact() {
      String rest = fallback.isEmpty() ? "" : ", " + fallback;
      return "optional(" + type.compact() + rest + ")";
    }

    @Override
    public String outline() {
      return type.outline();
    }
  }

  /** Reads the expression of a {@code type} attribute. */
  static ModuleType of(HclAttribute attribute) {
    Reader reader = new Reader(attribute);
    ModuleType type = reader.type();
    reader.requireEnd();
    return type;
  }

  /** Takes a type apart, token by token. */
  final class Reader {

    private static final Set<String> SIMPLE = Set.of("string", "number", "bool", "any");
    private static final Set<String> COLLECTIONS = Set.of("map", "list", "set");

    private final HclAttribute attribute;
    private final Iterator<HclToken> tokens;
    private HclToken next;

    private Reader(HclAttribute attribute) {
      this.attribute = attribute;
      List<HclToken> all = attribute.tokens();
      HclToken last = all.get(all.size() - 1);
      this.tokens = all.iterator();
      this.next = new HclToken(Kind.END, "", last.line(), last.end());
      take();
    }

    private ModuleType type() {
      HclToken name = take();
      if (SIMPLE.contains(name.text())) {
        return new Simple(name.text());
      }
      take("(");
      ModuleType type;
      if (COLLECTIONS.contains(name.text())) {
        type = new Collection(name.text(), type());
      } else if (name.text().equals("object")) {
        type = structure();
      } else if (name.text().equals("optional")) {
        type = new Optional(type(), fallback());
      } else {
        throw trouble(name);
      }
      take(")");
      return type;
    }

    private ModuleType structure() {
      Map<String, ModuleType> attributes = new LinkedHashMap<>();
      take("{");
      skipSeparators();
      while (!next.is("}")) {
        String name = take().text();
        take("=");
        attributes.put(name, type());
        skipSeparators();
      }
      take("}");
      return new Structure(attributes);
    }

    private String fallback() {
      if (!next.is(",")) {
        return "";
      }
      take(",");
      if (next.is(Kind.MARK)) {
        throw trouble(next);
      }
      return take().text();
    }

    private void skipSeparators() {
      while (next.is(Kind.NEWLINE) || next.is(",")) {
        take();
      }
    }

    private void requireEnd() {
      if (!next.is(Kind.END)) {
        throw trouble(next);
      }
    }

    private void take(String mark) {
      HclToken token = take();
      if (!token.is(mark)) {
        throw trouble(token);
      }
    }

    private HclToken take() {
      HclToken taken = next;
      next = tokens.hasNext() ? tokens.next() : new HclToken(Kind.END, "", taken.line(), 0);
      return taken;
    }

    private IllegalArgumentException trouble(HclToken token) {
      return attribute
          .source()
          .trouble(token.line(), "type not understood at '" + token.text() + "'");
    }
  }
}
