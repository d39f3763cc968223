package com.cashtrace.infra.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Lets two readers have one stream at once, so that a plan is shown once and lies nowhere: its JSON
 * holds secrets. What one has not read yet is kept in memory, and is little.
 */
final class SharedReading {

  private static final int MOST_CHUNKS = 16;

  /** Says that there is no more. */
  private static final byte[] END = new byte[0];

  private SharedReading() {}

  /** Reads something out of a stream, to its end or not. */
  interface Reader {
    void read(InputStream stream) throws IOException;
  }

  /**
   * Reads a stream to its end.
   *
   * @param first reads in this thread; if it fails, that is what is thrown
   * @param second reads in a thread of its own
   * @return what the second made of it
   */
  static <T> T read(InputStream stream, Reader first, Function<InputStream, T> second)
      throws IOException {
    BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MOST_CHUNKS);
    Copying copying = new Copying(stream, chunks);
    try (Meanwhile<T> other =
        Meanwhile.begin(
            () -> {
              try (Chunks copy = new Chunks(chunks)) {
                return second.apply(copy);
              }
            })) {
      try {
        first.read(copying);
        copying.transferTo(OutputStream.nullOutputStream());
      } finally {
        put(chunks, END);
      }
      return other.await();
    }
  }

  private static void put(BlockingQueue<byte[]> chunks, byte[] chunk) {
    try {
      chunks.put(chunk);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a plan was read", e);
    }
  }

  /** Hands on a copy of all that is read. */
  private static final class Copying extends FilterInputStream {

    private final BlockingQueue<byte[]> chunks;

    Copying(InputStream stream, BlockingQueue<byte[]> chunks) {
      super(stream);
      this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        put(chunks, Arrays.copyOfRange(buffer, offset, offset + read));
      }
      return read;
    }
  }

  /** The copy as a stream; closing it lets the rest pass, so that nobody waits for its reader. */
  private static final class Chunks extends InputStream {

    private final BlockingQueue<byte[]> chunks;
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    Chunks(BlockingQueue<byte[]> chunks) {
      this.chunks = chunks;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      while (at == chunk.length && !ended) {
        next();
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, buffer, offset, count);
      at += count;
      return count;
    }

    private void next() {
      try {
        chunk = chunks.take();
        at = 0;
        ended = chunk.length == 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new IOException("interrupted while a plan was read", e));
      }
    }

    @Override
    public void close() {
      while (!ended) {
        next();
      }
    }
  }
}
