package com.cashtrace.infra.residency;

import java.util.List;

/**
 * A set of rules that applies as a whole.
 *
 * @param name such as {@code african-regions}
 * @param title a few words without a full stop
 * @param description for whom it is and what it holds, in sentences
 * @param rules its rules, in the order of the file
 */
public record Profile(String name, String title, String description, List<ResidencyRule> rules) {

  /** Copies the rules. */
  public Profile {
    rules = List.copyOf(rules);
  }

  /** The same profile with one of its rules alone, or with none where it has no such rule. */
  Profile only(String id) {
    return new Profile(
        name, title, description, rules.stream().filter(rule -> rule.id().equals(id)).toList());
  }
}
