package com.cashtrace.infra.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads one output stream of a program in a thread of its own, to its end whatever happens. */
final class Drain {

  private final InputStream stream;
  private final OutputReader reader;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  private Drain(InputStream stream, OutputReader reader) {
    this.stream = new Unclosed(stream);
    this.reader = reader;
    this.thread = new Thread(this::drain, "program output");
    thread.setDaemon(true);
  }

  static Drain start(InputStream stream, OutputReader reader) {
    var drain = new Drain(stream, reader);
    drain.thread.start();
    return drain;
  }

  private void drain() {
    try {
      read(reader);
    } finally {
      read(OutputReader.discard());
    }
  }

  private void read(OutputReader by) {
    try {
      by.read(stream);
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
  }

  /** False if the stream is still open after that time. */
  boolean join(Duration limit) {
    return Uninterrupted.wait(
        () -> {
          thread.join(limit.toMillis());
          return !thread.isAlive();
        });
  }

  /** Throws what the reader threw, if it did. */
  void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** A reader that closes its stream, as parsers do, must not end the program's output early. */
  private static final class Unclosed extends FilterInputStream {

    private Unclosed(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {
      // Its end is the end of the program.
    }
  }
}
