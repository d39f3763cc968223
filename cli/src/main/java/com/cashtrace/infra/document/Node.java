package com.cashtrace.infra.document;

import org.jspecify.annotations.Nullable;

/** A YAML value that knows where it stands and what it overrode. Immutable. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {

  /** Where the value begins. */
  Position position();

  /** The value that this one replaced when files were overlaid, or null if it was the first. */
  @Nullable Node previous();

  /** The same value, remembering that it replaced {@code node}. */
  Node replacing(Node node);

  /** What kind of value it is, in the words of a message. */
  String kind();
}
