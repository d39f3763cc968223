package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Action;
import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.Counts;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.plan.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plan does to a component, in words that all formats for people share. */
final class PlanWords {

  /** More differences of one resource are counted only: who needs them reads the plan itself. */
  private static final int MOST_DIFFERENCES = 12;

  private PlanWords() {}

  /** Such as "3 to add, 1 to destroy". */
  static String counts(Counts counts) {
    List<String> parts = new ArrayList<>();
    count(parts, counts.create(), "to add");
    count(parts, counts.update(), "to change");
    count(parts, counts.replace(), "to replace");
    count(parts, counts.delete(), "to destroy");
    count(parts, counts.forget(), "to forget");
    count(parts, counts.move(), "moved");
    count(parts, counts.importing(), "imported");
    return parts.isEmpty() ? "no changes" : String.join(", ", parts);
  }

  private static void count(List<String> parts, int number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }

  /** The types of what is created, each with its number if there are several. */
  static String created(ComponentSummary component) {
    Map<String, Long> types =
        component.changes().stream()
            .filter(change -> change.action() == Action.CREATE)
            .collect(
                Collectors.groupingBy(PlannedChange::type, TreeMap::new, Collectors.counting()));
    return types.entrySet().stream()
        .map(type -> type.getKey() + (type.getValue() == 1 ? "" : " × " + type.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Each change that a reviewer has to look at by itself. */
  static List<PlannedChange> notable(ComponentSummary component) {
    return component.changes().stream()
        .filter(change -> change.action() != Action.CREATE || change.previousAddress() != null)
        .toList();
  }

  /** Such as "~", as terraform marks it. */
  static String mark(PlannedChange change) {
    return switch (change.action()) {
      case CREATE -> "+";
      case DELETE -> "-";
      case REPLACE -> "-/+";
      case UPDATE -> "~";
      case FORGET -> "x";
      case READ, NO_OP -> "=";
    };
  }

  /** What happens to one resource, and why. */
  static String headline(PlannedChange change) {
    List<String> parts = new ArrayList<>();
    switch (change.action()) {
      case CREATE -> parts.add("is created");
      case DELETE -> parts.add("is destroyed");
      case REPLACE -> parts.add("is replaced");
      case UPDATE -> parts.add("changes");
      case FORGET -> parts.add("is let go of");
      case READ, NO_OP -> {}
    }
    if (change.previousAddress() != null) {
      parts.add("is moved from " + change.previousAddress());
    }
    if (change.importId() != null) {
      parts.add("is imported, id '" + change.importId() + "'");
    }
    String because = change.because() == null ? "" : ": " + change.because();
    return change.address() + " " + String.join(" and ", parts) + because;
  }

  /** One line for each attribute that will be different. */
  static List<String> differences(PlannedChange change) {
    List<String> lines =
        change.differences().stream()
            .limit(MOST_DIFFERENCES)
            .map(d -> d.path() + ": " + d.before() + " -> " + d.after())
            .collect(Collectors.toCollection(ArrayList::new));
    int rest = change.differences().size() - MOST_DIFFERENCES;
    if (rest > 0) {
      lines.add("and " + rest + " more");
    }
    boolean hidden = change.action() == Action.UPDATE && lines.isEmpty();
    return hidden ? List.of("a sensitive value or its mark changes") : lines;
  }

  /** Such as "2 NAT gateways" or "database: db.m7g.large, 200 GiB". */
  static String size(Size size) {
    String name = size.count() == 1 ? size.what() : size.count() + " × " + size.what();
    return size.detail().isEmpty() ? name : name + " (" + size.detail() + ")";
  }

  static String sizes(ComponentSummary component) {
    return component.sizes().stream().map(PlanWords::size).collect(Collectors.joining("; "));
  }
}
