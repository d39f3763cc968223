package com.cashtrace.infra.audit;

import com.cashtrace.infra.backend.TrailObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trail in the state's bucket, to be read.
 *
 * @param objects the environment's
 */
public record S3Files(TrailObjects objects) implements TrailFiles {

  /** Requests at once: each waits for the network most of its time. */
  private static final int REQUESTS = 16;

  /** True if something was recorded, whatever became of it. */
  public boolean isBegun() {
    return read(TrailNames.HEAD).isPresent();
  }

  @Override
  public List<String> names() {
    return objects.names();
  }

  /** Records that were written over: a command writes each of them once. */
  @Override
  public List<String> covered() {
    List<String> versions = objects.versions();
    return versions.stream()
        .filter(name -> !name.equals(TrailNames.HEAD))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<String> hidden() {
    return objects.hidden();
  }

  @Override
  public Optional<byte[]> read(String name) {
    return objects.read(name, SignedFile.LARGEST + 1).map(TrailObjects.Stored::bytes);
  }

  @Override
  public String place(String name) {
    return objects.place(name);
  }

  @Override
  public int parallelism() {
    return REQUESTS;
  }
}
