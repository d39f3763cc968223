package com.cashtrace.infra.render;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Location;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The module blocks of a rendered root, read from its text, whoever wrote the templates. */
final class ModuleBlocks {

  private static final Pattern LABEL = Pattern.compile("(?m)^module \"([^\"]+)\" \\{$");
  private static final Pattern SOURCE =
      Pattern.compile("(?m)^  source += \"\\./modules/([a-z0-9-]+)\"$");

  /** Which part of the spec causes the modules that belong to no component. */
  private static final Map<String, SpecPath> FOUNDATION =
      Map.of(
          "network", SpecPath.of("network"),
          "encryption", SpecPath.of("account", "roles"),
          "registry", SpecPath.of("services"),
          "cluster", SpecPath.of("services"),
          "load_balancer", SpecPath.of("dns"),
          "load_balancer_logs", SpecPath.of("dns"));

  private ModuleBlocks() {}

  /** The names of the folders below modules/ that the blocks call. */
  static SortedSet<String> sources(Collection<String> texts) {
    return groups(SOURCE, texts);
  }

  /** The text of {@code sources.json}: the address of each module to file and line of the spec. */
  static String sourcesJson(Environment environment, Collection<String> texts) {
    SortedMap<String, String> places = new TreeMap<>();
    for (String module : groups(LABEL, texts)) {
      Location location = environment.document().locateKey(path(environment, module));
      places.put("module." + module, location.file() + ":" + location.line());
    }
    return JsonText.of(
        json -> {
          json.writeStringField("formatVersion", Manifest.FORMAT_VERSION);
          json.writeObjectFieldStart("modules");
          for (Map.Entry<String, String> place : places.entrySet()) {
            json.writeStringField(place.getKey(), place.getValue());
          }
          json.writeEndObject();
        });
  }

  private static SpecPath path(Environment environment, String module) {
    return environment.components().stream()
        .filter(component -> component.module().equals(module))
        .map(Component::path)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNullElse(FOUNDATION.get(module), SpecPath.ROOT));
  }

  private static SortedSet<String> groups(Pattern pattern, Collection<String> texts) {
    SortedSet<String> groups = new TreeSet<>();
    texts.forEach(
        text -> pattern.matcher(text).results().forEach(match -> groups.add(match.group(1))));
    return groups;
  }
}
