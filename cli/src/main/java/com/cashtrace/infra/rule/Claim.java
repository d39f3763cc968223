package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that one environment alone may have.
 *
 * @param environment whose it is
 * @param path where the spec says so; the key if {@code atKey}
 * @param atKey true if the name follows from the key there
 * @param code the problem if another has it too
 * @param what it in words, such as {@code the secret 'a/b'}
 * @param scope within what it has to be unique: an account, or nothing for the whole world
 */
record Claim(
    Environment environment, SpecPath path, boolean atKey, String code, String what, String scope) {

  /** Everything that an environment claims. */
  static List<Claim> of(Environment environment) {
    List<Claim> claims = new ArrayList<>();
    String state = environment.state().bucket() + "/" + environment.state().key();
    claims.add(at(environment, SpecPath.of("state", "key"), "isolation-state", "the state", state));
    for (Component component : environment.made()) {
      claims.add(named(environment, component));
      if (component instanceof Service service
          && service.listen() != null
          && service.listen().host() != null) {
        SpecPath host = service.path().child("listen").child("host");
        claims.add(at(environment, host, "isolation-host", "the host", service.listen().host()));
      }
    }
    return claims;
  }

  private static Claim at(
      Environment environment, SpecPath path, String code, String what, String value) {
    return new Claim(environment, path, false, code, what + " '" + value + "'", "");
  }

  private static Claim named(Environment environment, Component component) {
    Kind kind = component.identity().reference().kind();
    boolean named = component.identity().named();
    String account = environment.account().id() + " " + environment.place().region();
    return new Claim(
        environment,
        named ? component.path().child("name") : component.path(),
        !named,
        code(kind),
        String.format("the %s '%s'", Subject.word(kind), component.name().toLowerCase(Locale.ROOT)),
        // names of buckets are the whole world's, and a path of secrets is one environment's
        kind == Kind.BUCKETS || kind == Kind.SECRETS ? "" : account);
  }

  private static String code(Kind kind) {
    return switch (kind) {
      case BUCKETS -> "isolation-bucket";
      case SECRETS -> "isolation-secret";
      case SERVICES, DATABASES, CACHES, THIRD_PARTIES -> "isolation-name";
    };
  }
}
