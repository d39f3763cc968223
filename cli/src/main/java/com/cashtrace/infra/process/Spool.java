package com.cashtrace.infra.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Two files that take what a program says, so that it outlives us: one that writes into a pipe
 * which nobody reads any more is ended by the system, in the middle of its work. It goes behind
 * what is in them already.
 */
public final class Spool {

  private static final long PAUSE_MILLIS = 20;

  private final Path out;
  private final Path err;
  private final long outBegin;
  private final long errBegin;

  /**
   * For one run of a program.
   *
   * @param out takes its standard output
   * @param err takes its standard error
   */
  public Spool(Path out, Path err) {
    this.out = out;
    this.err = err;
    this.outBegin = out.toFile().length();
    this.errBegin = err.toFile().length();
  }

  void redirect(ProcessBuilder builder) {
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
  }

  /** What the program says, as a stream that ends when the program has. */
  InputStream out(Process writer) {
    return follow(out, outBegin, writer);
  }

  /** The same of its errors. */
  InputStream err(Process writer) {
    return follow(err, errBegin, writer);
  }

  private static InputStream follow(Path path, long begin, Process writer) {
    try {
      FileInputStream file = new FileInputStream(path.toFile());
      file.getChannel().position(begin);
      return new Followed(file, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the system has just opened it for the program
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
