package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every country that the spec names is one: a slip such as UK would never match anything. */
final class CountryRule implements Rule {

  private static final String GREAT_BRITAIN = "GB";

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    Set<String> known = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    environment
        .residency()
        .transfers()
        .forEach(
            (name, transfer) -> {
              if (!known.contains(transfer.country())) {
                SpecPath path = SpecPath.of("residency", "transfers", name, "country");
                problems.add(problem(environment, path, transfer.country()));
              }
            });
    environment
        .thirdParties()
        .values()
        .forEach(
            party -> {
              if (!known.contains(party.country())) {
                SpecPath path = party.path().child("country");
                problems.add(problem(environment, path, party.country()));
              }
            });
    return problems;
  }

  private static Problem problem(Environment environment, SpecPath path, String country) {
    return environment
        .error("unknown-country", path, "'" + country + "' is no country of ISO 3166-1")
        .withHint(
            country.equals("UK")
                ? "the United Kingdom is " + GREAT_BRITAIN
                : "such as NG, ZA, KE, GB or US");
  }
}
