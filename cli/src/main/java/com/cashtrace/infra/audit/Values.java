package com.cashtrace.infra.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of Java to JSON and back: a component that may be null is a key that may be missing,
 * every other key has to be there, and there is no further one.
 */
final class Values {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private final Map<Class<?>, List<Key>> keys = new ConcurrentHashMap<>();

  /** A component of a record as a key of JSON. */
  private record Key(String name, Class<?> type, boolean required) {}

  /** The value as a tree, without the keys of what is null. */
  JsonNode tree(Object value) {
    return withoutNulls(mapper.valueToTree(value));
  }

  private static JsonNode withoutNulls(JsonNode tree) {
    tree.properties().removeIf(field -> withoutNulls(field.getValue()).isNull());
    return tree;
  }

  /**
   * The value of that type which the tree stands for. Jackson also takes what is only similar, such
   * as "1" for 1; whoever writes the value again and compares finds that.
   */
  <T> T value(JsonNode tree, Class<T> type) throws Malformed {
    requireKeys(tree, type);
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new Malformed("it does not keep to its schema: " + e.getOriginalMessage());
    }
  }

  private void requireKeys(JsonNode tree, Class<?> type) throws Malformed {
    for (Key key : keys.computeIfAbsent(type, Values::keys)) {
      JsonNode value = tree.get(key.name());
      if (value == null && key.required()) {
        throw new Malformed("it lacks the key '" + key.name() + "'");
      }
      if (value != null && key.type().isRecord()) {
        requireKeys(value, key.type());
      }
    }
  }

  private static List<Key> keys(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(it -> new Key(it.getName(), it.getType(), !isNullable(it)))
        .toList();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
