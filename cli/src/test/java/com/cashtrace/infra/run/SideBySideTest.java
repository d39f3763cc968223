package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SideBySideTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

  @Test
  void givesTheResultsInTheOrderOfTheItems() {
    List<Integer> squares =
        new SideBySide<>(3, Object::new).map(NUMBERS, (tool, number) -> number * number);

    assertThat(squares).isEqualTo(NUMBERS.stream().map(number -> number * number).toList());
  }

  @Test
  void worksOnSeveralItemsAtOnceEachThreadWithAToolOfItsOwn() {
    CyclicBarrier both = new CyclicBarrier(2);
    Set<Integer> tools = ConcurrentHashMap.newKeySet();
    AtomicInteger made = new AtomicInteger();

    new SideBySide<>(2, made::incrementAndGet)
        .map(
            List.of("one", "other"),
            (tool, item) -> {
              tools.add(tool);
              return await(both);
            });

    assertThat(tools).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void startsNoMoreThreadsThanThereAreItems() {
    AtomicInteger made = new AtomicInteger();

    new SideBySide<>(8, made::incrementAndGet).map(List.of("one"), (tool, item) -> item);

    assertThat(made).hasValue(1);
  }

  @Test
  void doesNothingForNoItems() {
    assertThat(new SideBySide<>(2, Object::new).map(List.of(), (tool, item) -> item)).isEmpty();
  }

  @Test
  void tellsTheFailureOfTheFirstItemAndBeginsNoOtherAfterIt() {
    CyclicBarrier both = new CyclicBarrier(2);
    ConcurrentLinkedQueue<Integer> begun = new ConcurrentLinkedQueue<>();

    assertThatThrownBy(
            () ->
                new SideBySide<>(2, Object::new)
                    .map(
                        NUMBERS,
                        (tool, number) -> {
                          begun.add(number);
                          await(both);
                          throw new IllegalArgumentException("number " + number);
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number 0");
    assertThat(begun).containsExactlyInAnyOrder(0, 1);
  }

  private static int await(CyclicBarrier barrier) {
    try {
      return barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("nobody else came", e);
    }
  }
}
