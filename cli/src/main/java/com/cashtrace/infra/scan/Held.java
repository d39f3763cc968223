package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document tells of one resource, as far as it has to do with places; kept small. */
final class Held {

  private static final int FEW = 16;

  private final String address;
  private final String bare;
  private final String type;
  private String provider = "";
  private Map<Shape.Self, String> self = Map.of();
  private List<Said> said = List.of();
  private Set<Key> many = Set.of();
  private List<Stated> stated = List.of();
  private Unknowns unknown = Unknowns.NONE;
  private Set<String> links = Set.of();

  Held(String address) {
    this.address = address;
    this.bare = Address.bare(address);
    this.type = Address.type(bare);
  }

  /**
   * A place that a text of the resource names.
   *
   * @param mention the place
   * @param shape the attribute, without indexes
   * @param path the attribute, with indexes
   */
  record Said(Mention mention, Shape shape, String path) {}

  /**
   * The value of an attribute that has a meaning.
   *
   * @param shape the attribute, without indexes
   * @param path the attribute, with indexes
   * @param value the value; never printed
   */
  record Stated(Shape shape, String path, String value) {}

  /** The same place in another element of a list is nothing new. */
  private record Key(Mention mention, String path) {}

  /** Such as {@code module.a["k"].aws_s3_bucket.b}. */
  String address() {
    return address;
  }

  /** The address without indexes. */
  String bare() {
    return bare;
  }

  /** Such as {@code aws_s3_bucket}. */
  String type() {
    return type;
  }

  /** Such as {@code registry.terraform.io/hashicorp/aws}; empty if the document does not say. */
  String provider() {
    return provider;
  }

  void provider(String name) {
    provider = name;
  }

  /** What an attribute says of the resource itself, or null. */
  @Nullable String self(Shape.Self what) {
    return self.get(what);
  }

  void self(Shape.Self what, String value) {
    if (self.isEmpty()) {
      self = new EnumMap<>(Shape.Self.class);
    }
    self.put(what, value);
  }

  /** The places that its texts name, in the order of the document. */
  List<Said> said() {
    return said;
  }

  /** Takes a place that a text names, unless it has it already. */
  void say(Mention mention, Shape shape, Steps steps) {
    if (isNew(mention, shape)) {
      if (said.isEmpty()) {
        said = new ArrayList<>(4);
      }
      said.add(new Said(mention, shape, steps.toString()));
    }
  }

  private boolean isNew(Mention mention, Shape shape) {
    if (said.size() < FEW) {
      for (Said other : said) {
        if (other.mention().equals(mention) && other.shape().path().equals(shape.path())) {
          return false;
        }
      }
      return true;
    }
    if (many.isEmpty()) {
      many = new HashSet<>();
      said.forEach(each -> many.add(new Key(each.mention(), each.shape().path())));
    }
    return many.add(new Key(mention, shape.path()));
  }

  /** The values of attributes that have a meaning, in the order of the document. */
  List<Stated> stated() {
    return stated;
  }

  /** Takes the value of an attribute that has a meaning, unless it has it already. */
  void state(Shape shape, Steps steps, String value) {
    Stated one = new Stated(shape, steps.toString(), value);
    if (stated.isEmpty()) {
      stated = new ArrayList<>(4);
    }
    if (!stated.contains(one)) {
      stated.add(one);
    }
  }

  /** The attributes whose value nobody knows before the plan is applied. */
  Unknowns unknown() {
    return unknown;
  }

  void unknown(Unknowns attributes) {
    unknown = attributes;
  }

  /** Names of other resources that its values hold, and the addresses that it depends on. */
  Set<String> links() {
    return links;
  }

  void link(String name) {
    if (links.isEmpty()) {
      links = new LinkedHashSet<>(4);
    }
    links.add(name);
  }
}
