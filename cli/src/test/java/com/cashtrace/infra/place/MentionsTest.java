package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MentionsTest {

  private static final Resources RESOURCES = Resources.packaged();
  private static final Mentions MENTIONS =
      Mentions.read(RESOURCES, Places.read(RESOURCES), Processors.read(RESOURCES));

  /**
   * Each line of the table is a text and what it names: token, form, place and holder, where the
   * place is a country, {@code ?} for unknown or {@code *} for many countries.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "/place/mentions.csv", delimiter = '|', quoteCharacter = '`')
  void findsEveryPlaceThatATextNames(String text, String expected) {
    List<String> found = MENTIONS.in(text).stream().map(MentionsTest::told).toList();
    assertThat(String.join("; ", found)).as(text).isEqualTo(expected == null ? "" : expected);
  }

  static String told(Mention mention) {
    Whereabouts where = mention.where();
    String place =
        where instanceof Whereabouts.Known known
            ? known.country()
            : where instanceof Whereabouts.Unknown ? "?" : "*";
    String holder = mention.holder() == null ? "" : " " + mention.holder();
    return mention.token() + " " + mention.form() + " " + place + holder;
  }
}
