package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.Digests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A store in memory that keeps the promises of S3; tests reach around it by {@link #files}. */
class MemoryStore implements TrailStore {

  final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

  MemoryStore() {}

  /** A copy, to be tampered with. */
  MemoryStore(Map<String, byte[]> files) {
    files.forEach((name, bytes) -> this.files.put(name, bytes.clone()));
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public Optional<Tagged> readTagged(String name) {
    return read(name).map(bytes -> new Tagged(bytes, Digests.sha256(bytes)));
  }

  @Override
  public boolean putIfAbsent(String name, byte[] bytes) {
    synchronized (files) {
      return files.putIfAbsent(name, bytes) == null;
    }
  }

  @Override
  public boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag) {
    synchronized (files) {
      String now = readTagged(name).map(Tagged::tag).orElse(null);
      boolean matches = Objects.equals(now, tag);
      if (matches) {
        files.put(name, bytes);
      }
      return matches;
    }
  }

  @Override
  public String place(String name) {
    return "memory/" + name;
  }

  @Override
  public int parallelism() {
    return 2;
  }
}
