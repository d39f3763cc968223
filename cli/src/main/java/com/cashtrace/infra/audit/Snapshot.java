package com.cashtrace.infra.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files of a trail as they were at one moment, although writers may be at work.
 *
 * @param head bytes of the head, if there is one
 * @param key bytes of the public key beside the records, if it is there
 * @param records names of the records, in their order
 * @param foreign names that no trail has
 * @param doubled names that several files have, which a zip allows
 */
record Snapshot(
    Optional<byte[]> head,
    Optional<byte[]> key,
    List<String> records,
    List<String> foreign,
    List<String> doubled) {

  /** Copies the lists. */
  Snapshot {
    records = List.copyOf(records);
    foreign = List.copyOf(foreign);
    doubled = List.copyOf(doubled);
  }

  /** Looks at the files; a head that is not readable counts as one that stands at nothing. */
  static Snapshot of(TrailFiles files, TrailJson json) {
    Optional<byte[]> head = files.read(TrailNames.HEAD);
    long end = head.map(bytes -> sequence(bytes, json)).orElse(0L);
    List<String> names = new ArrayList<>(files.names());
    names.sort(null);
    List<String> records = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    String before = "";
    for (String name : names) {
      if (name.equals(before)) {
        doubled.add(name);
      } else if (TrailNames.sequence(name).isPresent()) {
        records.add(name);
      } else if (!TrailNames.isCompanion(name)) {
        foreign.add(name);
      }
      before = name;
    }
    if (!records.isEmpty()
        && last(records) > end
        && !Arrays.equals(head.orElse(null), files.read(TrailNames.HEAD).orElse(null))) {
      // written since the head was read: what came after it is the matter of the next look
      records.removeIf(name -> TrailNames.sequence(name).orElse(0) > end);
    }
    return new Snapshot(head, files.read(TrailNames.KEY), records, foreign, doubled);
  }

  /** True if there is nothing that a writer made. */
  boolean isEmpty() {
    return records.isEmpty() && head.isEmpty();
  }

  /** The number of the last record; 0 where there is none. */
  long last() {
    return records.isEmpty() ? 0 : last(records);
  }

  private static long last(List<String> records) {
    return TrailNames.sequence(records.get(records.size() - 1)).orElse(0);
  }

  private static long sequence(byte[] head, TrailJson json) {
    try {
      return json.head(SignedFile.read(head).text()).sequence();
    } catch (Malformed e) {
      return 0;
    }
  }
}
