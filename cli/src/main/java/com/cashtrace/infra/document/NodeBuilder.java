package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds nodes from the events of one document; collects what is wrong in itself but readable. */
final class NodeBuilder {

  /** Deeper than any spec; keeps the recursion here and in all later passes bounded. */
  private static final int MOST_DEPTH = 64;

  /** Values in one document, each use of an alias counted in full. */
  private static final int MOST_VALUES = 200_000;

  private static final String TAG_PREFIX = "tag:yaml.org,2002:";
  private static final List<String> KNOWN_TAGS =
      List.of("str", "int", "float", "bool", "null", "map", "seq");

  private final Source source;
  private final Parser parser;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Map<String, Integer> anchorSizes = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int values;

  NodeBuilder(Source source) {
    this.source = source;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(source.text()), options);
  }

  List<Problem> problems() {
    return problems;
  }

  Node document() {
    parser.getEvent(); // stream start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      problems.add(Problem.error("yaml-empty", "the file holds comments only", source.at(1, 1)));
      return new MapNode(Map.of(), new Position(source, 1, 1));
    }
    parser.getEvent(); // document start
    Node root = node(0);
    parser.getEvent(); // document end
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      Position second = position(parser.peekEvent());
      problems.add(error("yaml-syntax", "a file holds one document; here a second begins", second));
    }
    return root;
  }

  private Node node(int depth) {
    Event event = parser.getEvent();
    Position position = position(event);
    if (depth > MOST_DEPTH) {
      throw new Stop(error("too-deep", "nested deeper than " + MOST_DEPTH + " levels", position));
    }
    count(1, position);
    if (event instanceof AliasEvent alias) {
      return alias(alias, position);
    }
    int before = values;
    checkTag(event, position);
    Node node = switchOn(event, position, depth);
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, node);
      anchorSizes.put(anchor, values - before + 1);
    }
    return node;
  }

  private Node switchOn(Event event, Position position, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, position);
    }
    return event instanceof MappingStartEvent ? map(position, depth) : list(position, depth);
  }

  private Node scalar(ScalarEvent event, Position position) {
    String text = event.getValue();
    boolean plain = event.isPlain();
    boolean asText = !plain || (TAG_PREFIX + "str").equals(event.getTag());
    Object value = asText ? text : CoreSchema.resolve(text);
    return new ScalarNode(value, text, plain, position, null);
  }

  private Node list(Position position, int depth) {
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    parser.getEvent();
    return new ListNode(items, position, null);
  }

  private Node map(Position position, int depth) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Position at = position(parser.peekEvent());
      String key = key(node(depth + 1), at);
      Node value = node(depth + 1);
      MapNode.Entry earlier = entries.putIfAbsent(key, new MapNode.Entry(at, value));
      if (earlier != null) {
        problems.add(
            error("duplicate-key", "the key '" + key + "' stands here a second time", at)
                .withHint("the first is in line " + earlier.key().line()));
      }
    }
    parser.getEvent();
    return new MapNode(entries, position);
  }

  private String key(Node node, Position at) {
    if (node instanceof ScalarNode scalar) {
      return scalar.text();
    }
    problems.add(error("yaml-syntax", "a key must be text, not " + node.kind(), at));
    return "";
  }

  private Node alias(AliasEvent event, Position position) {
    Node target = anchors.get(event.getAnchor());
    if (target == null) {
      throw new Stop(
          error("yaml-syntax", "the alias '*" + event.getAnchor() + "' has no anchor", position));
    }
    count(anchorSizes.getOrDefault(event.getAnchor(), 1), position);
    return target;
  }

  private void count(int more, Position position) {
    values += more;
    if (values > MOST_VALUES) {
      String what = "more than " + MOST_VALUES + " values, aliases written out";
      throw new Stop(error("too-large", what, position));
    }
  }

  private void checkTag(Event event, Position position) {
    String tag = tag(event);
    boolean known =
        tag == null
            || "!".equals(tag)
            || KNOWN_TAGS.stream().anyMatch(name -> tag.equals(TAG_PREFIX + name));
    if (!known) {
      problems.add(
          error("yaml-tag", "the tag '" + tag + "' is not known", position)
              .withHint("a spec needs no tags; quote a value to make it text"));
    }
  }

  private static @Nullable String tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    if (event instanceof MappingStartEvent map) {
      return map.getTag();
    }
    return event instanceof SequenceStartEvent list ? list.getTag() : null;
  }

  private Position position(Event event) {
    Mark mark = event.getStartMark();
    return new Position(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Problem error(String code, String message, Position position) {
    return Problem.error(code, message, position.location());
  }

  /** Ends the reading at once: what follows could not be read within bounds. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Stop(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
