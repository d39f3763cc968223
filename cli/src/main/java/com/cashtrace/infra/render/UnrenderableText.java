package com.cashtrace.infra.render;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Position;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds text that no HCL string can hold: NUL, and halves of surrogate pairs, both of which YAML
 * can write as escapes in double quotes and no schema pattern can see.
 */
public final class UnrenderableText {

  private UnrenderableText() {}

  /** A problem at each value and key of the spec that holds such a character. */
  public static List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    check(environment.document().root(), problems);
    return problems;
  }

  private static void check(Node node, List<Problem> problems) {
    if (node instanceof MapNode map) {
      map.entries()
          .forEach(
              (key, entry) -> {
                check(key, entry.key(), problems);
                check(entry.value(), problems);
              });
    } else if (node instanceof ListNode list) {
      list.items().forEach(item -> check(item, problems));
    } else if (node instanceof ScalarNode scalar) {
      check(scalar.text(), scalar.position(), problems);
    }
  }

  private static void check(String text, Position position, List<Problem> problems) {
    text.codePoints()
        .filter(HclText::isRefused)
        .findFirst()
        .ifPresent(
            c ->
                problems.add(
                    Problem.error(
                            "unrenderable-text",
                            String.format("the character U+%04X has no place in Terraform", c),
                            position.location())
                        .withHint("remove the escape that writes it")));
  }
}
