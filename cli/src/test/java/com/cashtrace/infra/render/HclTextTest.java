package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text looks like as a quoted HCL string. */
class HclTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "plain \"plain\"",
        "{{x}} \"{{x}}\"",
        "a\"b \"a\\\"b\"",
        "a\\b \"a\\\\b\"",
        "${x} \"$${x}\"",
        "%{x} \"%%{x}\"",
        "$${x} \"$$${x}\"",
        "%${x} \"%$${x}\"",
        "$ \"$\"",
        "$$ \"$$\"",
        "₦500 \"₦500\"",
        "😀 \"😀\"",
      })
  void quotes(String text, String hcl) {
    assertThat(HclText.quoted(text)).isEqualTo(hcl);
  }

  @Test
  void writesLineEndsAndControlCharactersWithAnEscape() {
    assertThat(HclText.quoted("a\nb\r\tc\u0007\u007f")).isEqualTo("\"a\\nb\\r\\tc\\u0007\\u007F\"");
  }

  @Test
  void writesCharactersThatNobodySeesByTheirNumber() {
    assertThat(HclText.quoted("a\u202Eb\u200Bc\uFEFF\u2028"))
        .isEqualTo("\"a\\u202Eb\\u200Bc\\uFEFF\\u2028\"");
    assertThat(HclText.quoted("\uDB40\uDC01")).isEqualTo("\"\\U000E0001\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\uD800", "x\uDC00y", "\uDC00\uD800"})
  void refusesWhatHclCannotHold(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HclText.quoted(text));
  }

  @ParameterizedTest
  @CsvSource({"LOG_LEVEL,LOG_LEVEL", "a-b,a-b", "a.b,\"\"\"a.b\"\"\"", "for,\"\"\"for\"\"\""})
  void leavesAKeyBareWhereHclAllowsIt(String key, String hcl) {
    assertThat(HclText.key(key)).isEqualTo(hcl.replace("\"\"\"", "\""));
  }
}
