package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever one does to the files of a trail without the key is found. */
class TrailProperties {

  private static final int RECORDS = 5;
  private static final MemoryStore ORIGINAL = Samples.store(RECORDS);
  private static final List<String> NAMES = ORIGINAL.names();

  @Property(tries = 600)
  void aChangedByteIsFound(
      @ForAll @IntRange(max = 6) int file,
      @ForAll @IntRange(max = 9_999) int at,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    byte[] bytes = store.files.get(NAMES.get(file));
    bytes[at % bytes.length] ^= (byte) change;

    assertThat(Samples.verify(store).isIntact()).isFalse();
  }

  @Property(tries = 300)
  void anInsertedByteIsFound(
      @ForAll @IntRange(max = 6) int file, @ForAll @IntRange(max = 9_999) int at, @ForAll byte b) {
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    byte[] bytes = store.files.get(NAMES.get(file));
    int place = at % (bytes.length + 1);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[place] = b;
    System.arraycopy(bytes, place, longer, place + 1, bytes.length - place);
    store.files.put(NAMES.get(file), longer);

    assertThat(Samples.verify(store).isIntact()).isFalse();
  }

  @Property(tries = 300)
  void aRemovedByteIsFound(
      @ForAll @IntRange(max = 6) int file, @ForAll @IntRange(max = 9_999) int at) {
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    byte[] bytes = store.files.get(NAMES.get(file));
    int place = at % bytes.length;
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    System.arraycopy(bytes, place + 1, shorter, place, bytes.length - 1 - place);
    store.files.put(NAMES.get(file), shorter);

    assertThat(Samples.verify(store).isIntact()).isFalse();
  }

  /** Records taken out, doubled or in another order, each again under a name that is due. */
  @Property(tries = 300)
  void anyOtherOrderOfRecordsIsFound(
      @ForAll @Size(max = 2 * RECORDS) List<@IntRange(min = 1, max = RECORDS) Integer> order) {
    List<Integer> right = new ArrayList<>();
    for (int number = 1; number <= RECORDS; number++) {
      right.add(number);
    }
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    right.forEach(number -> store.files.remove(TrailNames.record(number)));
    for (int i = 0; i < order.size(); i++) {
      store.files.put(
          TrailNames.record(i + 1), ORIGINAL.files.get(TrailNames.record(order.get(i))));
    }

    assertThat(Samples.verify(store).isIntact()).isEqualTo(order.equals(right));
  }

  @Property(tries = 100)
  void aRemovedFileIsFound(@ForAll @IntRange(max = 6) int file) {
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    store.files.remove(NAMES.get(file));

    assertThat(Samples.verify(store).isIntact()).isFalse();
  }

  /** An edit whose digests are all put right up to the head, by somebody without the key. */
  @Property(tries = 100)
  void aRewriteBySomebodyWithoutTheKeyIsFound(@ForAll @IntRange(min = 1, max = RECORDS) int from) {
    MemoryStore store = new MemoryStore(ORIGINAL.files);
    Tampering.rewrite(store, from, THIEF, entry -> Samples.entry("rewritten"));

    assertThat(Samples.verify(store).isIntact()).isFalse();
  }

  private static final LocalSigner THIEF = LocalSigner.create();
}
