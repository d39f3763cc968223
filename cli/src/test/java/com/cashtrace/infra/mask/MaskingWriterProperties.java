package com.cashtrace.infra.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Secrets are made of a few letters, so that they overlap, nest and nearly match all the time. */
class MaskingWriterProperties {

  @Property
  void noSecretGetsThroughHoweverTheTextIsCut(
      @ForAll("secrets") List<String> secrets,
      @ForAll("texts") List<String> between,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> cuts)
      throws IOException {
    var masker = masker(secrets);
    String text = planted(secrets, between);

    String written = write(masker, text, cuts);

    assertThat(written).isEqualTo(masker.mask(text));
    assertThat(secrets).allSatisfy(secret -> assertThat(written).doesNotContain(secret));
  }

  @Property
  void textWithoutSecretsIsUnchanged(
      @ForAll("secrets") List<String> secrets,
      @ForAll String text,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> cuts)
      throws IOException {
    // 'A' to 'D' only: no text of jqwik's is without some letter for ever, so they are taken out
    String clean = text.replaceAll("[A-D]", "");
    assertThat(write(masker(secrets), clean, cuts)).isEqualTo(clean);
  }

  @Property(tries = 100)
  void longTextsAreMaskedInPiecesToo(
      @ForAll("secrets") List<String> secrets, @ForAll("texts") List<String> between)
      throws IOException {
    var masker = masker(secrets);
    String text = planted(secrets, between).repeat(2000);

    assertThat(write(masker, text, List.of(5000))).isEqualTo(masker.mask(text));
  }

  @Provide
  Arbitrary<List<String>> secrets() {
    return Arbitraries.strings()
        .withChars("ABCD")
        .ofMinLength(Masker.SHORTEST)
        .ofMaxLength(9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars("ABCD\n ")
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Masker masker(List<String> secrets) {
    var masker = new Masker();
    secrets.forEach(masker::add);
    return masker;
  }

  private static String planted(List<String> secrets, List<String> between) {
    var text = new StringBuilder();
    for (int i = 0; i < Math.max(secrets.size(), between.size()); i++) {
      text.append(between.get(i % between.size())).append(secrets.get(i % secrets.size()));
    }
    return text.toString();
  }

  /** Writes the text in pieces of the given lengths, flushing after every second one. */
  private static String write(Masker masker, String text, List<Integer> cuts) throws IOException {
    var out = new StringWriter();
    try (var writer = new MaskingWriter(out, masker)) {
      int at = 0;
      for (int turn = 0; at < text.length(); turn++) {
        int end = Math.min(text.length(), at + cuts.get(turn % cuts.size()));
        writer.write(text, at, end - at);
        at = end;
        if (turn % 2 == 1) {
          writer.flush();
        }
      }
    }
    return out.toString();
  }
}
