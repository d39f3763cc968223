package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where and how staging departs from production. */
final class ParityProblem {

  private static final int LONGEST_VALUE = 60;

  private ParityProblem() {}

  /** The problem, in staging's files, or in production's where staging says nothing. */
  static Problem of(ParityPair pair, Difference difference, String path) {
    MapNode.Entry staging = difference.left();
    MapNode.Entry production = difference.right();
    boolean inStaging = production == null || (staging != null && !isImplied(staging));
    MapNode.Entry shown = Objects.requireNonNull(inStaging ? staging : production);
    Environment here = inStaging ? pair.staging() : pair.production();
    Environment there = inStaging ? pair.production() : pair.staging();
    String message =
        String.format(
            "%s %s in '%s', and %s in '%s'",
            path,
            what(path, shown),
            here.name(),
            what(path, inStaging ? production : staging),
            there.name());
    return Problem.error("parity-difference", message, Difference.place(shown).location())
        .withHint("make them equal, or give the reason in parity.differs under '" + path + "'");
  }

  private static boolean isImplied(MapNode.Entry entry) {
    return Difference.place(entry).implied();
  }

  private static String what(String path, MapNode.@Nullable Entry entry) {
    if (entry == null) {
      return "is absent";
    }
    if (entry.value() instanceof MapNode) {
      return "is there";
    }
    String by = isImplied(entry) ? " by default" : "";
    String text = text(entry.value());
    return "is " + (isPrintable(path, text) ? "'" + text + "'" : "another text") + by;
  }

  private static String text(Node node) {
    if (node instanceof ListNode list) {
      return list.items().stream()
          .map(ParityProblem::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node instanceof ScalarNode scalar ? scalar.text() : node.kind();
  }

  /** A value that may be a secret is not told, and a long one would drown the message. */
  private static boolean isPrintable(String path, String text) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    return text.length() <= LONGEST_VALUE
        && !SecretPatterns.isSecretName(key)
        && !SecretPatterns.isSecret(text);
  }
}
