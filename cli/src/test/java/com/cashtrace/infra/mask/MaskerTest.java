package com.cashtrace.infra.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MaskerTest {

  private final Masker masker = new Masker();

  @Test
  void masksTheLongestSecretWhereSeveralBeginAtOnePlace() {
    masker.add("pass");
    masker.add("password1");

    assertThat(masker.mask("it is password1, pass and pas"))
        .isEqualTo("it is (sensitive), (sensitive) and pas");
  }

  @Test
  void leavesValuesTooShortToBeSecretsAlone() {
    masker.add("eu");
    masker.add("");

    assertThat(masker.mask("the eu region")).isEqualTo("the eu region");
  }

  @Test
  void masksEachLineOfAPrivateKeyAndItsFormInsideJson() {
    masker.add("-----BEGIN KEY-----\nMIIEvQIBAD\n-----END KEY-----\n");
    masker.add("say \"hi\"");

    assertThat(masker.mask("key: MIIEvQIBAD")).isEqualTo("key: (sensitive)");
    assertThat(masker.mask("{\"k\":\"say \\\"hi\\\"\"}")).isEqualTo("{\"k\":\"(sensitive)\"}");
    assertThat(masker.mask("BEGIN KEY-----\\nMIIEvQIBAD\\n")).doesNotContain("MIIEvQIBAD");
  }

  @Test
  void flushingShowsAllButWhatMayBecomeASecret() throws IOException {
    masker.add("hunter22");
    var out = new StringWriter();
    var writer = new MaskingWriter(out, masker);

    writer.write("user hunter22 types hun");
    writer.flush();
    assertThat(out).hasToString("user (sensitive) types ");

    writer.write("ter21");
    writer.flush();
    assertThat(out).hasToString("user (sensitive) types hunter21");

    writer.write(" hunt");
    writer.close();
    assertThat(out).hasToString("user (sensitive) types hunter21 hunt");
  }

  @Test
  void masksASecretThatBecameKnownAfterTheFirstLines() throws IOException {
    var out = new StringWriter();
    try (var writer = new MaskingWriter(out, masker)) {
      writer.write("before\n");
      writer.flush();
      masker.add("hunter22");
      writer.write("after hunter22\n");
    }
    assertThat(out).hasToString("before\nafter (sensitive)\n");
  }
}
