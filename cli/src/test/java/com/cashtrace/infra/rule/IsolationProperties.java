package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Isolation, held against the definition of sharing written out pair by pair. */
class IsolationProperties {

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @Property(tries = 120)
  void findsEveryRangeThatLiesInAnother(@ForAll("fleets") List<Environment> fleet) {
    assertThat(blamed(fleet, "isolation-cidr"))
        .isEqualTo(
            those(
                fleet,
                (one, other) ->
                    range(other).contains(range(one))
                        && (!range(one).contains(range(other)) || isFirst(other, one))));
  }

  @Property(tries = 120)
  void findsEveryAccountThatProductionDoesNotHaveForItself(
      @ForAll("fleets") List<Environment> fleet) {
    assertThat(blamed(fleet, "isolation-account"))
        .isEqualTo(
            those(
                fleet,
                (one, other) ->
                    one.account().id().equals(other.account().id())
                        && other.tier() == Tier.PRODUCTION
                        && (one.tier() != Tier.PRODUCTION || isFirst(other, one))));
  }

  @Property(tries = 120)
  void findsEveryStateBucketAndSecretThatAnotherHas(@ForAll("fleets") List<Environment> fleet) {
    assertThat(blamed(fleet, "isolation-state"))
        .isEqualTo(later(fleet, (one, other) -> one.state().equals(other.state())));
    assertThat(blamed(fleet, "isolation-bucket"))
        .isEqualTo(later(fleet, (one, other) -> bucket(one).equals(bucket(other))));
    assertThat(blamed(fleet, "isolation-secret"))
        .isEqualTo(later(fleet, (one, other) -> secret(one).equals(secret(other))));
  }

  @Property(tries = 120)
  void findsTheSameInAnyOrder(@ForAll("fleets") List<Environment> fleet, @ForAll long seed) {
    List<Environment> shuffled = new ArrayList<>(fleet);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(new HashSet<>(Fleet.problems(shuffled)))
        .isEqualTo(new HashSet<>(Fleet.problems(fleet)));
  }

  @Property(tries = 100)
  void findsNothingAmongEnvironmentsThatShareNothing(
      @ForAll("numbers") List<Integer> numbers, @ForAll("tiers") List<String> tiers) {
    List<Environment> fleet = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      String tier = "tier: " + tiers.get(i) + "\n";
      fleet.add(Specs.named(NAMES.get(i), Fleet.own(NAMES.get(i), numbers.get(i)) + tier));
    }
    List<Problem> problems = new ArrayList<>();
    problems.addAll(new CidrIsolationRule().check(fleet));
    problems.addAll(new AccountIsolationRule().check(fleet));
    problems.addAll(new ClaimIsolationRule().check(fleet));
    assertThat(problems).isEmpty();
  }

  @Provide
  Arbitrary<List<Integer>> numbers() {
    return Arbitraries.integers().between(0, 255).list().ofMinSize(2).ofMaxSize(5).uniqueElements();
  }

  @Provide
  Arbitrary<List<String>> tiers() {
    return Arbitraries.of("development", "staging", "production", "preview").list().ofSize(5);
  }

  /** Environments that choose everything from so little that they often meet. */
  @Provide
  Arbitrary<List<Environment>> fleets() {
    Arbitrary<String> cidr =
        Combinators.combine(
                Arbitraries.of(16, 18, 20), Arbitraries.of(1, 2), Arbitraries.of(0, 16, 64))
            .as((prefix, second, third) -> cidr(prefix, second, third));
    Arbitrary<String> overlay =
        Combinators.combine(
                cidr,
                Combinators.combine(
                        Arbitraries.of("production", "staging", "development"),
                        Arbitraries.of(1, 2))
                    .as(IsolationProperties::owner),
                Arbitraries.of("one", "two", "three"),
                Arbitraries.of("x", "y", "z"),
                Arbitraries.of("p", "q", "r"))
            .as(IsolationProperties::overlay);
    return overlay.list().ofMinSize(2).ofMaxSize(5).map(IsolationProperties::fleet);
  }

  private static String cidr(int prefix, int second, int third) {
    int step = prefix == 16 ? 256 : prefix == 18 ? 64 : 16;
    return "10." + second + "." + third / step * step + ".0/" + prefix;
  }

  private static String owner(String tier, int account) {
    return "tier: " + tier + "\naccount: { id: \"10000000000" + account + "\" }\n";
  }

  private static String overlay(
      String cidr, String owner, String state, String bucket, String secret) {
    return owner
        + "state: { bucket: tfstate, key: "
        + state
        + "/terraform.tfstate }\n"
        + "network: { cidr: "
        + cidr
        + " }\n"
        + "buckets: { documents: { name: documents-"
        + bucket
        + " } }\n"
        + "secrets: { paystack: { name: "
        + secret
        + "/paystack } }\n";
  }

  private static List<Environment> fleet(List<String> overlays) {
    List<Environment> fleet = new ArrayList<>();
    for (String overlay : overlays) {
      fleet.add(Specs.named(NAMES.get(fleet.size()), overlay));
    }
    return fleet;
  }

  /** The environments whose files the problems of a code stand in. */
  private static Set<String> blamed(List<Environment> fleet, String code) {
    return Fleet.problems(fleet).stream()
        .filter(problem -> problem.code().equals(code))
        .map(problem -> String.valueOf(problem.location()).replaceAll("^.*/|\\.yaml.*$", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> those(
      List<Environment> fleet, BiPredicate<Environment, Environment> blames) {
    return fleet.stream()
        .filter(
            one ->
                fleet.stream()
                    .anyMatch(it -> !it.name().equals(one.name()) && blames.test(one, it)))
        .map(Environment::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> later(
      List<Environment> fleet, BiPredicate<Environment, Environment> same) {
    return those(fleet, (one, other) -> isFirst(other, one) && same.test(one, other));
  }

  private static boolean isFirst(Environment first, Environment second) {
    return first.name().compareTo(second.name()) < 0;
  }

  private static Cidr range(Environment environment) {
    return Cidr.parse(environment.network().cidr()).orElseThrow();
  }

  private static String bucket(Environment environment) {
    return environment.buckets().get("documents").name();
  }

  private static String secret(Environment environment) {
    return environment.secrets().get("paystack").name();
  }
}
