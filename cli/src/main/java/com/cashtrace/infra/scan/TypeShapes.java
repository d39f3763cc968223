package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Mentions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of one resource type that a document has shown so far. */
final class TypeShapes {

  private final String type;
  private final Catalogue catalogue;
  private final Set<String> kept;
  private final Shape root;

  private TypeShapes(String type, Catalogue catalogue) {
    this.type = type;
    this.catalogue = catalogue;
    this.kept =
        catalogue.metadata.parts(type).stream()
            .map(part -> Objects.requireNonNullElse(part.attribute(), ""))
            .collect(Collectors.toSet());
    this.root = new Shape(this, "");
  }

  /** The shapes of all types, filled while they are asked for. */
  static final class Catalogue {

    private final Meanings meanings;
    private final MetadataTypes metadata;
    private final Mentions places;
    private final Map<String, TypeShapes> types = new HashMap<>();

    Catalogue(Knowledge knowledge) {
      this.meanings = knowledge.meanings();
      this.metadata = knowledge.metadata();
      this.places = knowledge.mentions();
    }

    /** The resource of a type as a whole. */
    Shape root(String type) {
      return types.computeIfAbsent(type, name -> new TypeShapes(name, this)).root;
    }
  }

  @Nullable Meaning meaning(String path) {
    return catalogue.meanings.of(type, path).orElse(null);
  }

  /** True if the value decides whether the resource is a part of a global service. */
  boolean isKept(String path) {
    return !path.isEmpty() && kept.contains(path);
  }

  List<Mention> placesIn(String name) {
    return catalogue.places.in(name);
  }
}
