package com.cashtrace.infra.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What secrets are called and what they look like. */
final class SecretPatterns {

  /** The end decides: PASSWORD is one, PASSWORD_MIN_LENGTH and TOKEN_URL are none. */
  private static final Pattern NAME =
      Pattern.compile(
          "(.*_)?(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(API|PRIVATE|ACCESS|SECRET"
              + "|SIGNING|ENCRYPTION|SESSION|LICENSE)_?KEY)S?(_(VALUE|BASE64|[0-9]+))?");

  /** Values that nobody hides: nothing, a switch, a small number, a duration. */
  private static final Pattern HARMLESS =
      Pattern.compile("|true|false|yes|no|on|off|none|null|[0-9]{1,6}(ms|s|m|h|d)?");

  private static final List<Pattern> VALUES =
      List.of(
          // AWS access keys
          Pattern.compile("(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"),
          // PEM
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          // JSON web tokens
          Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."),
          // GitHub, Slack
          Pattern.compile("gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{30,}"),
          Pattern.compile("xox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/services/T"),
          // Paystack, Stripe, Flutterwave
          Pattern.compile("(?<![A-Za-z0-9])[sr]k_(live|test)_[A-Za-z0-9]{16,}"),
          Pattern.compile("FLWSECK(_TEST)?-[A-Za-z0-9]{16,}"),
          // a password inside an address
          Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s:@]*:[^/\\s:@]+@"));

  private SecretPatterns() {}

  static boolean isSecretName(String variable) {
    return NAME.matcher(variable.toUpperCase(Locale.ROOT)).matches();
  }

  static boolean isWorthHiding(String value) {
    return !HARMLESS.matcher(value.toLowerCase(Locale.ROOT)).matches();
  }

  static boolean isSecret(String value) {
    return VALUES.stream().anyMatch(pattern -> pattern.matcher(value).find());
  }
}
