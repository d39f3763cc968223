package com.cashtrace.infra.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values are secret by their name or shape although no provider marks them, such as a
 * password in the environment of a container. Only texts are: a flag like {@code
 * manage_master_user_password} tells nothing.
 */
final class SecretNames {

  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "secrets",
          "token",
          "tokens",
          "credential",
          "credentials",
          "authorization",
          "apikey",
          "dsn");

  /** A key is a secret only with one of these before it: partition keys and key ids are none. */
  private static final Set<String> KEYS =
      Set.of("private", "api", "secret", "access", "auth", "signing", "encryption", "license");

  /** A name that ends so speaks of a secret and does not hold it. */
  private static final Set<String> ABOUT =
      Set.of(
          "arn",
          "arns",
          "id",
          "ids",
          "name",
          "names",
          "path",
          "prefix",
          "version",
          "versions",
          "type",
          "enabled",
          "required",
          "length",
          "policy",
          "rotation",
          "status",
          "days",
          "hours",
          "minutes",
          "seconds",
          "ttl",
          "lifetime",
          "validity",
          "units",
          "endpoint",
          "parameter",
          "description",
          "region",
          "count",
          "algorithm",
          "usage",
          "alias");

  private static final Pattern WORD_END =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:[^\\s]*");

  /** {@code scheme://user:password@host}. */
  private static final Pattern URL_WITH_PASSWORD =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/@\\s:]*:[^/@\\s]+@\\S*");

  private SecretNames() {}

  /** True if the text that stands under this name must not be seen. */
  static boolean hides(String name, String text) {
    return !text.isEmpty()
        && (URL_WITH_PASSWORD.matcher(text).matches()
            || (isSecret(name) && !ARN.matcher(text).matches()));
  }

  /** True if the name says that its value is a secret. */
  static boolean isSecret(String name) {
    List<String> words =
        Arrays.stream(WORD_END.split(name, -1))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty() || ABOUT.contains(words.get(words.size() - 1))) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      boolean key = i > 0 && words.get(i).equals("key") && KEYS.contains(words.get(i - 1));
      if (key || WORDS.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
