package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.scan.DeclaredModules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The specs that plans and states may belong to, each read once. */
final class ScannedSpecs {

  private final SpecFolder specs;
  private final Resources resources;
  private final Places places;
  private final Map<String, Optional<Environment>> environments = new HashMap<>();

  ScannedSpecs(SpecFolder specs, Resources resources, Places places) {
    this.specs = specs;
    this.resources = resources;
    this.places = places;
  }

  /** What the spec of a name that resources are tagged with declares. */
  Optional<DeclaredModules> declared(String name) {
    return environment(name).map(found -> SpecModules.of(found, places));
  }

  /** The environment whose name the resources are tagged with, if the project has it, and right. */
  Optional<Environment> environment(String name) {
    return environments.computeIfAbsent(name, this::load);
  }

  private Optional<Environment> load(String name) {
    if (!specs.environments().contains(name)) {
      return Optional.empty();
    }
    LoadedSpecs loaded = SpecLoader.of(specs, resources).load(List.of(name));
    return loaded.problems().stream().anyMatch(Problem::isError)
        ? Optional.empty()
        : loaded.environments().stream().findFirst();
  }
}
