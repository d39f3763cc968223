package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineOverrideTest {

  @Test
  void coversEveryProviderBlock() {
    String text =
        OfflineOverride.text(
            List.of(new ProviderConfiguration(null), new ProviderConfiguration("use1")));

    assertThat(text)
        .isEqualTo(
            """
            # No state, no credentials, no network: this file is what plan --offline adds to a rendered root.

            terraform {
              backend "local" {}
            }

            provider "aws" {
              access_key                  = "offline"
              secret_key                  = "offline"
              allowed_account_ids         = []
              skip_credentials_validation = true
              skip_metadata_api_check     = true
              skip_requesting_account_id  = true
            }

            provider "aws" {
              alias                       = "use1"
              access_key                  = "offline"
              secret_key                  = "offline"
              allowed_account_ids         = []
              skip_credentials_validation = true
              skip_metadata_api_check     = true
              skip_requesting_account_id  = true
            }
            """);
  }

  @Test
  void anAliasIsAnIdentifier() {
    assertThatThrownBy(() -> new ProviderConfiguration("a\"b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
