package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Public services have a host of their own in the environment's domain; others have none. */
final class ListenRule implements Rule {

  /** A longer name can't be the common name of a certificate (RFC 5280). */
  private static final int LONGEST_COMMON_NAME = 64;

  /** Names in one certificate that ACM allows before anybody asks for more. */
  private static final int MOST_HOSTS = 10;

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Service> owners = new HashMap<>();
    SortedMap<String, SpecPath> hosts = new TreeMap<>();
    for (Service service : environment.services().values()) {
      if (service.listen() != null) {
        SpecPath path = service.path().child("listen").child("host");
        String host = service.listen().host();
        Optional<String> wrong = wrong(environment, service, host);
        wrong.ifPresent(message -> problems.add(environment.error("listen-host", path, message)));
        if (wrong.isEmpty() && host != null) {
          Service owner = owners.putIfAbsent(host, service);
          if (owner == null) {
            hosts.put(host, path);
          } else {
            String message = "the host '" + host + "' is that of " + Subject.of(owner) + " already";
            problems.add(environment.error("listen-host", path, message));
          }
        }
      }
    }
    certificate(environment, hosts, problems);
    return problems;
  }

  private static Optional<String> wrong(
      Environment environment, Service service, @Nullable String host) {
    String domain = environment.dns().domain();
    if (service.isPublic() && host == null) {
      return Optional.of(
          Subject.of(service) + " is public and has no host; it needs one in '" + domain + "'");
    }
    if (host == null) {
      return Optional.empty();
    }
    if (!service.isPublic()) {
      return Optional.of(
          Subject.of(service) + " has the host '" + host + "' and is not public: true");
    }
    return host.equals(domain) || host.endsWith("." + domain)
        ? Optional.empty()
        : Optional.of("the host '" + host + "' is not in the domain '" + domain + "'");
  }

  private static void certificate(
      Environment environment, SortedMap<String, SpecPath> hosts, List<Problem> problems) {
    if (hosts.isEmpty()) {
      return;
    }
    String first = hosts.firstKey();
    if (first.length() > LONGEST_COMMON_NAME) {
      String message =
          String.format(
              Locale.ROOT,
              "the host '%s' has %d characters; as the first of the certificate it may have %d",
              first,
              first.length(),
              LONGEST_COMMON_NAME);
      problems.add(
          environment.error("host-length", Objects.requireNonNull(hosts.get(first)), message));
    }
    if (hosts.size() > MOST_HOSTS) {
      String message =
          String.format(
              Locale.ROOT,
              "%d hosts share one certificate, and ACM allows %d unless it is asked for more",
              hosts.size(),
              MOST_HOSTS);
      problems.add(
          Problem.warning(
              "hosts-many", message, environment.document().locateKey(SpecPath.of("services"))));
    }
  }
}
