package com.cashtrace.infra.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Two files that take what a program says, so that it outlives us: one that writes into a pipe
 * which nobody reads any more is ended by the system, in the middle of its work.
 *
 * @param out takes its standard output; what was in it before is gone
 * @param err takes its standard error, likewise
 */
public record Spool(Path out, Path err) {

  private static final long PAUSE_MILLIS = 20;

  /** What the program says, as a stream that ends when the program has. */
  InputStream out(Process writer) {
    return follow(out, writer);
  }

  /** The same of its errors. */
  InputStream err(Process writer) {
    return follow(err, writer);
  }

  private static InputStream follow(Path file, Process writer) {
    try {
      return new Followed(new FileInputStream(file.toFile()), writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the system has just made it
    }
  }

  /** A file that grows. */
  private static final class Followed extends InputStream {

    private final InputStream file;
    private final Process writer;
    private boolean ended;

    Followed(InputStream file, Process writer) {
      this.file = file;
      this.writer = writer;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (!ended) {
        // asked before the read: what was written until the end is in the file then
        boolean last = !writer.isAlive();
        int read = file.read(buffer, offset, length);
        if (read >= 0) {
          return read;
        }
        if (last) {
          ended = true;
          close();
        } else {
          Uninterrupted.wait(Followed::pause);
        }
      }
      return -1;
    }

    private static boolean pause() throws InterruptedException {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
