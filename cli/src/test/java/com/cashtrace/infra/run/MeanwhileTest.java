package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MeanwhileTest {

  private final CountDownLatch asked = new CountDownLatch(1);

  private void waitUntilAsked() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void findsOutWhileSomethingElseIsDone() {
    Thread here = Thread.currentThread();
    try (Meanwhile<Thread> thread =
            Meanwhile.begin(
                () -> {
                  waitUntilAsked();
                  return Thread.currentThread();
                });
        Meanwhile<Boolean> other = thread.then(found -> found != here)) {
      asked.countDown();
      assertThat(thread.await()).isNotSameAs(here);
      assertThat(other.await()).isTrue();
    }
  }

  @Test
  void throwsWhatTheQuestionThrewAndAsksNothingAfterwards() {
    AtomicBoolean next = new AtomicBoolean();
    RuntimeException failure = new IllegalArgumentException("no answer");
    try (Meanwhile<String> failed =
            Meanwhile.begin(
                () -> {
                  throw failure;
                });
        Meanwhile<Boolean> after = failed.then(answer -> next.getAndSet(true));
        Meanwhile<String> gone =
            Meanwhile.begin(
                () -> {
                  throw new StackOverflowError();
                })) {
      assertThatThrownBy(failed::await).isSameAs(failure);
      assertThatThrownBy(after::await).isSameAs(failure);
      assertThatThrownBy(gone::await).isInstanceOf(StackOverflowError.class);
    }
    assertThat(next).isFalse();
  }

  @Test
  void isNotClosedBeforeItHasEnded() {
    AtomicBoolean ended = new AtomicBoolean();
    try (Meanwhile<Boolean> answer =
        Meanwhile.begin(
            () -> {
              waitUntilAsked();
              ended.set(true);
              throw new IllegalStateException("which nobody waits for");
            })) {
      assertThat(answer).isNotNull();
      asked.countDown();
    }
    assertThat(ended).isTrue();
  }
}
