package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One environment's spec after its files were laid over each other.
 *
 * @param name the environment's name: the file's name without {@code .yaml}
 * @param file the file of that name
 * @param chain the files that were folded, from the root of the {@code extends} chain to {@code
 *     file}
 * @param root the merged content, without {@code extends} and {@code abstract}
 */
public record Document(String name, String file, List<String> chain, MapNode root) {

  /** Copies the chain. */
  public Document {
    chain = List.copyOf(chain);
  }

  /** The value at a path, if there is one. */
  public Optional<Node> find(SpecPath path) {
    Node node = root;
    for (String segment : path.segments()) {
      node = child(node, segment);
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /**
   * Where the value at a path stands; for a path that is not there, the key of the nearest thing
   * above it that is, and for a top-level key that is missing, the beginning of the file.
   */
  public Location locate(SpecPath path) {
    Optional<Node> node = find(path);
    if (path.segments().isEmpty()) {
      return new Position(root.position().source(), 1, 1).location();
    }
    if (node.isPresent() && !(node.get() instanceof MapNode)) {
      return node.get().position().location();
    }
    return locateKey(path);
  }

  /** Where the key of a path stands, with the same way out as {@link #locate}. */
  public Location locateKey(SpecPath path) {
    for (SpecPath at = path; !at.segments().isEmpty(); at = at.parent()) {
      Node parent = find(at.parent()).orElse(null);
      if (parent instanceof MapNode map && map.entries().containsKey(at.last())) {
        return map.entries().get(at.last()).key().location();
      }
      if (parent instanceof ListNode && find(at).isPresent()) {
        return find(at).orElseThrow().position().location();
      }
    }
    return locate(SpecPath.ROOT);
  }

  private static @Nullable Node child(Node node, String segment) {
    if (node instanceof MapNode map) {
      return map.get(segment);
    }
    if (node instanceof ListNode list && segment.matches("\\d{1,6}")) {
      int index = Integer.parseInt(segment);
      return index < list.items().size() ? list.items().get(index) : null;
    }
    return null;
  }
}
