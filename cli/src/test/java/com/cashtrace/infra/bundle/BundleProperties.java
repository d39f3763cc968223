package com.cashtrace.infra.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever one does to the files of a bundle, the digest in the trail gives it away. */
class BundleProperties {

  private static final PlanBundle BUNDLE = BundleSamples.bundle();
  private static final String RECORDED = BundleSamples.stored(BUNDLE).digest();

  @Property(tries = 1000)
  void aChangedByteIsFound(
      @ForAll @IntRange(max = 2) int file,
      @ForAll @IntRange(max = 9_999) int at,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    Map<String, byte[]> files = BundleSamples.files(BUNDLE);
    byte[] bytes = files.get(StoredBundle.NAMES.get(file));
    bytes[at % bytes.length] ^= (byte) change;

    assertThat(codes(files)).contains("bundle-changed");
  }

  @Property(tries = 300)
  void aByteMoreIsFound(
      @ForAll @IntRange(max = 2) int file, @ForAll @IntRange(max = 9_999) int at, @ForAll byte b) {
    Map<String, byte[]> files = BundleSamples.files(BUNDLE);
    byte[] bytes = files.get(StoredBundle.NAMES.get(file));
    int place = at % (bytes.length + 1);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[place] = b;
    System.arraycopy(bytes, place, longer, place + 1, bytes.length - place);
    files.put(StoredBundle.NAMES.get(file), longer);

    assertThat(codes(files)).contains("bundle-changed");
  }

  @Property(tries = 300)
  void anEndCutOffIsFound(
      @ForAll @IntRange(max = 2) int file, @ForAll @IntRange(max = 9_999) int at) {
    Map<String, byte[]> files = BundleSamples.files(BUNDLE);
    byte[] bytes = files.get(StoredBundle.NAMES.get(file));
    files.put(StoredBundle.NAMES.get(file), Arrays.copyOf(bytes, at % bytes.length));

    assertThat(codes(files)).contains("bundle-changed");
  }

  private static List<String> codes(Map<String, byte[]> files) {
    try {
      return StoredBundle.read(new BundleSamples.InMemory(files)).check(RECORDED).stream()
          .map(Problem::code)
          .toList();
    } catch (FailureException e) {
      return List.of(e.problem().code());
    }
  }
}
