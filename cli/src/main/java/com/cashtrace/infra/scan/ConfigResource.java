package com.cashtrace.infra.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource or data source of the configuration, as often as it is planned. */
final class ConfigResource {

  private final ConfigModule module;
  private final Held constants;
  private Map<String, Expression> expressions = new HashMap<>();
  private Set<String> blocks = new HashSet<>();
  private Set<String> repeated = new LinkedHashSet<>();
  private String providerKey = "";

  ConfigResource(ConfigModule module, String local) {
    this.module = module;
    this.constants = new Held(Address.in(module.address(), local));
  }

  /** The module that it stands in. */
  ConfigModule module() {
    return module;
  }

  /** Its address without indexes. */
  String address() {
    return constants.address();
  }

  /** Such as {@code aws_s3_bucket}. */
  String type() {
    return constants.type();
  }

  /** True for a data source. */
  boolean isData() {
    return Address.isData(address());
  }

  /** The places that its constants name. */
  Held constants() {
    return constants;
  }

  /** Key of its provider, such as {@code aws.dr}; empty if the plan does not say. */
  String providerKey() {
    return providerKey;
  }

  void providerKey(String key) {
    providerKey = key;
  }

  /** What {@code for_each} or {@code count} refer to. */
  Set<String> repeated() {
    return repeated;
  }

  void set(String path, Expression expression) {
    expressions.put(path, expression);
  }

  void block(String path) {
    blocks.add(path);
  }

  void share(Pool pool) {
    expressions = pool.same(expressions);
    blocks = pool.same(blocks);
    repeated = pool.same(repeated);
    providerKey = pool.same(providerKey);
  }

  /** What each argument refers to. */
  Map<String, Expression> expressions() {
    return expressions;
  }

  /** What an attribute, or the argument that it is a part of, is set to; null if it is not set. */
  @Nullable Expression expression(String path) {
    Expression found = null;
    for (String at = path; found == null && !at.isEmpty(); at = Unknowns.above(at)) {
      found = expressions.get(at);
    }
    return found;
  }

  /** True if the attribute is in a block that the configuration makes by {@code dynamic}. */
  boolean isDynamic(String path) {
    int end = path.lastIndexOf("].");
    return end > 0 && !blocks.contains(path.substring(0, end + 1));
  }
}
