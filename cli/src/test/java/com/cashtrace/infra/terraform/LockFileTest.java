package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

  @Test
  void readsEachProviderAndItsVersion() {
    String text =
        """
        # This file is maintained automatically by "terraform init".

        provider "registry.terraform.io/hashicorp/aws" {
          version     = "5.100.0"
          constraints = "~> 5.100"
          hashes = [
            "h1:+X3t1uVrM0z4K/lAYUV1SYmO7UBd9/Y4XC11zI9wcQQ=",
          ]
        }

        provider "example.com/acme/thing" {
          version = "1.2.3-beta1"
        }
        """;

    assertThat(LockFile.read(text))
        .containsExactly(
            new LockedProvider("registry.terraform.io", "hashicorp", "aws", "5.100.0"),
            new LockedProvider("example.com", "acme", "thing", "1.2.3-beta1"));
  }

  @Test
  void aRootWithoutOneIsBoundToNothing(@TempDir Path root) {
    assertThat(LockFile.of(root)).isEmpty();
  }
}
