package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.ResidencyRule.Certainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a profile out of a file that the schema has checked. */
record ProfileReader(MapNode map) {

  static Profile profile(String name, MapNode file) {
    ProfileReader reader = new ProfileReader(file);
    List<ResidencyRule> rules = new ArrayList<>();
    for (Map.Entry<String, MapNode.Entry> rule : reader.map("rules").entries().entrySet()) {
      rules.add(new ProfileReader((MapNode) rule.getValue().value()).rule(rule.getKey()));
    }
    return new Profile(name, reader.text("title"), reader.text("description"), rules);
  }

  /** Rules of a file, which no schema has checked yet, that are called like one of the program. */
  static List<Problem> reserved(MapNode file) {
    List<Problem> problems = new ArrayList<>();
    if (file.get("rules") instanceof MapNode rules) {
      rules
          .entries()
          .forEach(
              (id, entry) -> {
                if (AlwaysOn.CODES.contains(id)) {
                  String message =
                      "no profile can have the rule '" + id + "', which always applies";
                  problems.add(Problem.error("profile-reserved", message, entry.key().location()));
                }
              });
    }
    return problems;
  }

  private ResidencyRule rule(String id) {
    return new ResidencyRule(
        id,
        text("title"),
        texts("classes").stream().map(DataClass::of).collect(Collectors.toSet()),
        texts("governs").stream().map(Aspect::of).collect(Collectors.toSet()),
        texts("places"),
        texts("countries"),
        text("severity").equals("unclear"),
        map.get("effectiveFrom") == null ? null : LocalDate.parse(text("effectiveFrom")),
        text("citation"),
        Certainty.valueOf(text("certainty").toUpperCase(Locale.ROOT)),
        text("meaning"),
        text("fix"));
  }

  private String text(String key) {
    return ((ScalarNode) Objects.requireNonNull(map.get(key), key)).text();
  }

  private Set<String> texts(String key) {
    return ((ListNode) Objects.requireNonNull(map.get(key), key))
        .items().stream().map(item -> ((ScalarNode) item).text()).collect(Collectors.toSet());
  }

  private MapNode map(String key) {
    return (MapNode) Objects.requireNonNull(map.get(key), key);
  }
}
