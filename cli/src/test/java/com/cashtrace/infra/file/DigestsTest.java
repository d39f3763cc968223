package com.cashtrace.infra.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The digest of a text is that of its UTF-8 bytes. */
class DigestsTest {

  @Test
  void givesTheKnownDigestOfAText() {
    // the second example of FIPS 180-2 is longer; this is the first
    assertThat(Digests.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void countsBytesNotCharacters() {
    assertThat(Digests.sha256("₦"))
        .isEqualTo(Digests.sha256(new byte[] {(byte) 0xE2, (byte) 0x82, (byte) 0xA6}));
  }
}
