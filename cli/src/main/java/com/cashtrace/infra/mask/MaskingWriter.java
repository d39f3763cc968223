package com.cashtrace.infra.mask;

import java.io.IOException;
import java.io.Writer;

/**
 * Replaces every secret in what is written through it, also one that arrives in pieces. What might
 * be the beginning of a secret is held back until the next piece, or the end, tells.
 */
public final class MaskingWriter extends Writer {

  /** Text is masked in pieces of at least this many characters, not at each small write. */
  private static final int PIECE = 8192;

  private final Writer out;
  private final Masker masker;
  private final StringBuilder pending = new StringBuilder();

  /** Writes the masked text to {@code out}. */
  public MaskingWriter(Writer out, Masker masker) {
    this.out = out;
    this.masker = masker;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    synchronized (lock) {
      pending.append(buffer, offset, length);
      if (pending.length() >= PIECE + masker.longest()) {
        // A secret that begins before this point is in the buffer as a whole.
        emit(pending.length() - masker.longest());
      }
    }
  }

  /** Passes on all that is surely no part of a secret. */
  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      emit(masker.openEnd(pending));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      emit(pending.length());
      out.close();
    }
  }

  private void emit(int end) throws IOException {
    var masked = new StringBuilder();
    int done = masker.scan(pending, end, masked);
    pending.delete(0, done);
    out.append(masked);
  }
}
