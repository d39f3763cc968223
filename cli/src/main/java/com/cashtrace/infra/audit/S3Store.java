package com.cashtrace.infra.audit;

import com.cashtrace.infra.backend.Retention;
import com.cashtrace.infra.backend.TrailObjects;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trail in the state's bucket, to be written to.
 *
 * @param objects the environment's
 * @param retention of each object that is written
 */
public record S3Store(TrailObjects objects, Retention retention) implements TrailStore {

  @Override
  public List<String> names() {
    return objects.names();
  }

  @Override
  public Optional<byte[]> read(String name) {
    return readTagged(name).map(Tagged::bytes);
  }

  @Override
  public Optional<Tagged> readTagged(String name) {
    return objects
        .read(name, SignedFile.LARGEST + 1)
        .map(stored -> new Tagged(stored.bytes(), stored.tag()));
  }

  @Override
  public boolean putIfAbsent(String name, byte[] bytes) {
    return objects.putIfAbsent(name, bytes, retention);
  }

  @Override
  public boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag) {
    return tag == null
        ? putIfAbsent(name, bytes)
        : objects.replaceIfMatch(name, bytes, tag, retention);
  }

  @Override
  public String place(String name) {
    return objects.place(name);
  }

  @Override
  public int parallelism() {
    return new S3Files(objects).parallelism();
  }
}
