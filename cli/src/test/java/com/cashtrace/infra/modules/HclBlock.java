package com.cashtrace.infra.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A block, or a whole file as a block without type.
 *
 * @param type such as {@code variable}
 * @param labels what stands between type and brace, without quotes
 * @param attributes by name, in the order of the file
 * @param blocks what is nested in it, in the order of the file
 * @param source the file around it
 * @param start index of its first character in the file
 * @param end index after its closing brace
 */
record HclBlock(
    String type,
    List<String> labels,
    Map<String, HclAttribute> attributes,
    List<HclBlock> blocks,
    HclSource source,
    int start,
    int end) {

  int line() {
    return 1 + (int) source.text().substring(0, start).chars().filter(c -> c == '\n').count();
  }

  /** The block as it stands in the file. */
  String text() {
    return source.text().substring(start, end);
  }

  /** The only label. */
  String label() {
    if (labels.size() != 1) {
      throw source.trouble(line(), "'" + type + "' must have one label");
    }
    return labels.get(0);
  }

  HclAttribute attribute(String name) {
    HclAttribute attribute = attributes.get(name);
    if (attribute == null) {
      throw source.trouble(line(), type + " " + labels + " has no '" + name + "'");
    }
    return attribute;
  }

  Stream<HclBlock> blocks(String wanted) {
    return blocks.stream().filter(block -> block.type.equals(wanted));
  }

  /** This block's blocks, those inside them, and so on. */
  Stream<HclBlock> allBlocks() {
    return blocks.stream().flatMap(block -> Stream.concat(Stream.of(block), block.allBlocks()));
  }

  /** Refuses whatever else the block holds, so that a reader can't miss it. */
  void requireOnly(Set<String> attributeNames, Set<String> blockTypes) {
    attributes.values().stream()
        .filter(attribute -> !attributeNames.contains(attribute.name()))
        .findFirst()
        .ifPresent(
            attribute -> {
              throw source.trouble(attribute.line(), "not understood: '" + attribute.name() + "'");
            });
    blocks.stream()
        .filter(block -> !blockTypes.contains(block.type))
        .findFirst()
        .ifPresent(
            block -> {
              throw source.trouble(block.line(), "not understood: block '" + block.type + "'");
            });
  }
}
