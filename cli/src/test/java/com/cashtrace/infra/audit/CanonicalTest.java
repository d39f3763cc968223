package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

  private final Canonical canonical = new Canonical();

  /** The example of section 3.2.3 of RFC 8785, its numbers left out. */
  @Test
  void sortsKeysAsTheExampleOfTheStandard() throws Malformed {
    String given =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
         "\\u00f6":"Latin Small Letter O With Diaeresis"}""";

    String written = text(given);

    assertThat(written.lines().collect(Collectors.joining()))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"😀\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** The text and the literals of the example of section 3.2.2. */
  @Test
  void escapesAsTheExampleOfTheStandard() throws Malformed {
    assertThat(
            text(
                """
                { "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [true, false] }"""))
        .isEqualTo("{\"literals\":[true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void writesWholeNumbersAsTheyAre() throws Malformed {
    assertThat(text("{\"a\":[0,-1,9007199254740991,[],{}]}"))
        .isEqualTo("{\"a\":[0,-1,9007199254740991,[],{}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1.5}",
        "{\"a\":1e3}",
        "{\"a\":9007199254740992}",
        "{\"a\":99999999999999999999}",
        "{\"a\":null}",
        "{} {}",
        "[]",
        "",
        "{\"a\":NaN}",
        "{\"a\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}"
      })
  void refusesWhatReadersMayUnderstandDifferently(String given) {
    assertThatThrownBy(() -> text(given)).isInstanceOf(Malformed.class);
  }

  @Test
  void refusesHalfOfASurrogatePair() {
    for (String half : new String[] {"\ud83d", "\ude00", "\ud83dx", "\ude00\ud83d"}) {
      assertThatThrownBy(() -> canonical.write(JsonNodeFactory.instance.textNode(half)))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("surrogate");
    }
  }

  @Test
  void scansWhatItHasWritten() throws Malformed {
    String written =
        text("{\"b\":[1,[],{},{\"x\":true,\"y\":false}],\"a\":\"\\u0000ö😀\",\"n\":-7}");

    assertThat(canonical.scan(written.getBytes(UTF_8)))
        .containsOnly(Map.entry("a", "\0ö😀"), Map.entry("n", "-7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"a\": 1}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":1.0}",
        "{\"a\":-0}",
        "{\"a\":null}",
        "{\"a\":{\"c\":1,\"b\":1}}",
        "{\"a\":9007199254740992}",
        "{\"a\":1}{}",
        "{\"a\":1",
        "{\"a\":1} ",
        "[]",
        ""
      })
  void scansNothingElse(String given) {
    assertThatThrownBy(() -> canonical.scan(given.getBytes(UTF_8))).isInstanceOf(Malformed.class);
  }

  private String text(String given) throws Malformed {
    return new String(canonical.write(canonical.read(given.getBytes(UTF_8))), UTF_8);
  }
}
