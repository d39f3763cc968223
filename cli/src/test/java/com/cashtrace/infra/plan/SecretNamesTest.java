package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "master_password",
        "password_wo",
        "PAYMENT_PASSWORD",
        "dbPassword",
        "passphrase",
        "secret",
        "client_secret",
        "clientSecret",
        "secret_string",
        "secret_binary",
        "secret_string_wo",
        "token",
        "auth_token",
        "authToken",
        "session_token",
        "API_TOKEN",
        "private_key",
        "private_key_pem",
        "privateKey",
        "certificate_private_key",
        "secret_key",
        "access_key",
        "api_key",
        "apiKey",
        "APIKey",
        "x-api-key",
        "credentials",
        "Authorization"
      })
  void hidesWhatIsCalledASecret(String name) {
    assertThat(SecretNames.isSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "key",
        "hash_key",
        "public_key",
        "key_id",
        "kms_key_id",
        "kms_key_arn",
        "secret_arn",
        "secretArn",
        "secret_id",
        "secrets_kms_key_id",
        "access_key_id",
        "master_user_secret_kms_key_id",
        "password_length",
        "password_policy",
        "password_version",
        "password_wo_version",
        "token_validity",
        "token_type",
        "token_ttl",
        "token_endpoint",
        "credentials_parameter",
        "iam_database_authentication_enabled",
        "partition_key",
        "secretsmanager",
        "tokenizer",
        "compass",
        "primary_keys",
        "secret_name",
        "secret_rotation"
      })
  void showsWhatOnlySpeaksOfASecret(String name) {
    assertThat(SecretNames.isSecret(name)).isFalse();
  }

  @Test
  void looksAtTheValueToo() {
    assertThat(SecretNames.hides("password", "")).isFalse();
    assertThat(SecretNames.hides("secret", "arn:aws:secretsmanager:af-south-1:1:secret:x"))
        .as("an ARN names a secret and is none")
        .isFalse();
    assertThat(SecretNames.hides("url", "postgres://owner:hunter22@host/db")).isTrue();
    assertThat(SecretNames.hides("url", "https://api.cashtrace.ng/a:b@c")).isFalse();
    assertThat(SecretNames.hides("url", "https://api.cashtrace.ng:8443/")).isFalse();
  }
}
