package com.cashtrace.infra.scan;

import com.cashtrace.infra.environment.DataClass;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the classes of the data of each resource. */
final class Classes {

  private final Facts facts;
  private final Index index;
  private final References references;
  private final @Nullable DeclaredModules declared;
  private final @Nullable ClassFile file;
  private final Map<Held, Set<DataClass>> known = new HashMap<>();
  private final Map<ConfigResource, List<Target>> parents = new HashMap<>();
  private final Set<String> types;
  private final Map<String, Boolean> withParent = new HashMap<>();

  Classes(
      Facts facts,
      Index index,
      References references,
      @Nullable DeclaredModules declared,
      @Nullable ClassFile file) {
    this.facts = facts;
    this.index = index;
    this.references = references;
    this.declared = declared;
    this.file = file;
    this.types = facts.resources().values().stream().map(Held::type).collect(Collectors.toSet());
  }

  /** The classes of a resource; empty where nobody said them. */
  Set<DataClass> of(Held held) {
    return known.computeIfAbsent(held, this::find);
  }

  private Set<DataClass> find(Held held) {
    if (declared != null) {
      // the tag is what is planned or there; that it agrees with the spec is judged elsewhere
      Set<DataClass> tagged = parse(held.self(Shape.Self.CLASSES));
      return tagged.isEmpty() ? declared.of(held.bare()).classes() : tagged;
    }
    Set<DataClass> said = said(held);
    return said.isEmpty() && hasParentType(held.type()) ? ofParent(held) : said;
  }

  private Set<DataClass> said(Held held) {
    Set<DataClass> tagged = parse(held.self(Shape.Self.CLASSES));
    return tagged.isEmpty() && file != null ? file.of(held) : tagged;
  }

  /** A word that is no class makes the whole tag worthless: it may have been a graver one. */
  private static Set<DataClass> parse(@Nullable String tag) {
    EnumSet<DataClass> classes = EnumSet.noneOf(DataClass.class);
    if (tag != null) {
      for (String word : tag.split("[+]", -1)) {
        try {
          classes.add(DataClass.of(word.strip()));
        } catch (IllegalArgumentException e) {
          return Set.of();
        }
      }
    }
    return classes;
  }

  /** Only what the document has resources of can be a parent. */
  private boolean hasParentType(String type) {
    return withParent.computeIfAbsent(
        type, part -> types.stream().anyMatch(parent -> isParent(parent, part)));
  }

  /** A part such as the replication of a bucket has no tags; it is about the bucket's data. */
  private Set<DataClass> ofParent(Held held) {
    EnumSet<DataClass> classes = EnumSet.noneOf(DataClass.class);
    held.links().stream()
        .flatMap(link -> index.linked(link).stream())
        .filter(other -> isParent(other.type(), held.type()))
        .forEach(other -> classes.addAll(said(other)));
    ConfigResource config = facts.configured().get(held.bare());
    if (config != null && classes.isEmpty()) {
      for (Target target : parents.computeIfAbsent(config, this::parents)) {
        index.instances(target.resource().address()).stream()
            .filter(target::mayBe)
            .forEach(other -> classes.addAll(said(other)));
      }
    }
    return classes;
  }

  private List<Target> parents(ConfigResource config) {
    return config.expressions().values().stream()
        .flatMap(expression -> references.of(config, expression).resources().stream())
        .filter(target -> isParent(target.resource().type(), config.type()))
        .distinct()
        .toList();
  }

  private static boolean isParent(String type, String part) {
    return part.startsWith(type + "_");
  }
}
