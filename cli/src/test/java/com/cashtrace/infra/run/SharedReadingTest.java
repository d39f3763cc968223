package com.cashtrace.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedReadingTest {

  private static final String TEXT = "0123456789".repeat(300_000);

  private static InputStream stream() {
    return new ByteArrayInputStream(TEXT.getBytes(UTF_8));
  }

  private static String all(InputStream in) {
    try {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void givesBothReadersTheWholeStream() throws IOException {
    StringBuilder first = new StringBuilder();

    String second =
        SharedReading.read(stream(), in -> first.append(all(in)), SharedReadingTest::all);

    assertThat(first.toString()).isEqualTo(TEXT);
    assertThat(second).isEqualTo(TEXT);
  }

  @Test
  void waitsForNobodyThatStopsEarly() throws IOException {
    String whole = SharedReading.read(stream(), in -> {}, SharedReadingTest::all);
    assertThat(whole).isEqualTo(TEXT);
    StringBuilder first = new StringBuilder();
    String second = SharedReading.read(stream(), in -> first.append(all(in)), in -> "enough");
    assertThat(second).isEqualTo("enough");
    assertThat(first.toString()).isEqualTo(TEXT);
  }

  @Test
  void throwsWhatAReaderThrows() {
    assertThatThrownBy(
            () ->
                SharedReading.read(
                    stream(),
                    SharedReadingTest::all,
                    in -> {
                      throw new IllegalArgumentException("second");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("second");
    assertThatThrownBy(
            () ->
                SharedReading.read(
                    stream(),
                    in -> {
                      throw new IllegalArgumentException("first");
                    },
                    SharedReadingTest::all))
        .hasMessage("first");
  }
}
