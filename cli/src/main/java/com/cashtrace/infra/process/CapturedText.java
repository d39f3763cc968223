package com.cashtrace.infra.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps the beginning of an output stream, so that a program gone wild can't fill the memory. */
public final class CapturedText implements OutputReader {

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** Keeps at most {@code limit} bytes. */
  public CapturedText(int limit) {
    this.limit = limit;
  }

  @Override
  public void read(InputStream stream) throws IOException {
    kept.writeBytes(stream.readNBytes(limit));
  }

  /** What was kept, as UTF-8. */
  public String text() {
    return kept.toString(UTF_8);
  }
}
