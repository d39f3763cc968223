package com.cashtrace.infra.residency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are applied in one judgement.
 *
 * @param profiles those that were named and could be read, each once
 * @param transfer the rule of the Act on transfers, which always applies
 * @param problems names that no profile has, and bad files
 */
record RuleSet(List<Profile> profiles, ResidencyRule transfer, List<Problem> problems) {

  static RuleSet of(Profiles all, List<String> names, Register register) {
    List<Profile> profiles = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names.stream().distinct().toList()) {
      ReadResult<Profile> result = all.profile(name);
      result.value().ifPresent(profiles::add);
      result.problems().stream()
          .map(p -> p.location() == null ? p.at(named(register, name)) : p)
          .forEach(problems::add);
    }
    return new RuleSet(profiles, all.always().rules().get(0), problems);
  }

  private static @Nullable Location named(Register register, String name) {
    int index = register.profiles().indexOf(name);
    return index < 0 ? null : register.at("profiles", String.valueOf(index));
  }

  /** True if a rule of this id is applied. */
  boolean has(String id) {
    return AlwaysOn.CODES.contains(id)
        || profiles.stream().flatMap(p -> p.rules().stream()).anyMatch(r -> r.id().equals(id));
  }

  /** True if all profiles of these names are applied. */
  boolean hasAll(List<String> names) {
    return profiles.stream().map(Profile::name).toList().containsAll(names);
  }

  /** SHA-256 of everything that the rules say, in hex; the same for the same rules. */
  String digest() {
    StringBuilder text = new StringBuilder();
    append(text, transfer);
    for (Profile profile : profiles) {
      text.append(profile.name()).append('\n');
      profile.rules().forEach(rule -> append(text, rule));
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void append(StringBuilder text, ResidencyRule rule) {
    // one part a line, in the order of the record; the sets are sorted
    text.append(rule.id()).append('\n');
    text.append(rule.title()).append('\n');
    text.append(rule.classes()).append('\n');
    text.append(rule.governs()).append('\n');
    text.append(rule.places()).append('\n');
    text.append(rule.countries()).append('\n');
    text.append(rule.unclear()).append('\n');
    text.append(rule.effectiveFrom()).append('\n');
    text.append(rule.citation()).append('\n');
    text.append(rule.certainty()).append('\n');
    text.append(rule.meaning()).append('\n');
    text.append(rule.fix()).append('\n');
  }
}
