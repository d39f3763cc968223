package com.cashtrace.infra.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list; overlays replace it as a whole.
 *
 * @param items its values in order
 * @param position where it begins
 * @param previous what it replaced
 */
public record ListNode(List<Node> items, Position position, @Nullable Node previous)
    implements Node {

  /** Copies the items. */
  public ListNode {
    items = List.copyOf(items);
  }

  @Override
  public ListNode replacing(Node node) {
    return new ListNode(items, position, node);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
