package com.cashtrace.infra.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a plan beside the plan itself; {@code schemas/plan/bundle.schema.json} describes
 * the same in JSON.
 *
 * @param id SHA-256 of the binary plan
 * @param environment its name
 * @param account id of the account that it was planned in
 * @param region code of the region
 * @param mode what it is for
 * @param made when, by the planner's clock, to the millisecond
 * @param planner who made it
 * @param digests of what it was made from and of what lies beside it
 * @param state the state that it was planned against
 * @param verdict what the judge said
 * @param changes how many resources it would change
 * @param allowedDestroys addresses of the stores of data that it may destroy or replace
 * @param arguments that the user gave terraform through its environment, values of variables hidden
 * @param versions of the programs that made it
 * @param commit the sources that it was made from, or null where that is unknown
 */
public record PlanBundle(
    String id,
    String environment,
    String account,
    String region,
    Mode mode,
    Instant made,
    Planner planner,
    Digests digests,
    State state,
    Verdict verdict,
    Changes changes,
    List<String> allowedDestroys,
    List<String> arguments,
    Versions versions,
    @Nullable Commit commit) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Copies the lists; refuses what a file left out, and what nobody could work with. */
  public PlanBundle {
    if (!SHA256.matcher(id).matches() || made.isBefore(Instant.EPOCH)) {
      throw new IllegalArgumentException("no plan has the id " + id + " and the time " + made);
    }
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(planner, "planner");
    Objects.requireNonNull(digests, "digests");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(changes, "changes");
    allowedDestroys = List.copyOf(allowedDestroys);
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(versions, "versions");
  }

  /** What a plan is for. */
  public enum Mode {
    /** To make what is there what the spec says. */
    CHANGE,
    /** To destroy all that there is. */
    DESTROY
  }

  /**
   * Who made it.
   *
   * @param name what tells persons apart, as the audit trail has it
   * @param arn of the caller in full
   */
  public record Planner(String name, String arn) {

    /** Refuses what a file left out. */
    public Planner {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(arn, "arn");
    }
  }

  /**
   * SHA-256 in hexadecimal.
   *
   * @param spec of the merged spec
   * @param root of the manifest of the rendered root, which holds the digest of each file
   * @param planJson of the masked JSON of the plan
   * @param lockFile of the lock file of the providers
   */
  public record Digests(String spec, String root, String planJson, String lockFile) {

    /** Refuses what a file left out. */
    public Digests {
      Objects.requireNonNull(spec, "spec");
      Objects.requireNonNull(root, "root");
      Objects.requireNonNull(planJson, "planJson");
      Objects.requireNonNull(lockFile, "lockFile");
    }
  }

  /**
   * A version of Terraform's state.
   *
   * @param lineage the id that Terraform gave the state at its birth; empty before that
   * @param serial grows with each write; 0 where there is no state yet
   */
  public record State(String lineage, long serial) {

    /** Refuses what a file left out. */
    public State {
      Objects.requireNonNull(lineage, "lineage");
    }
  }

  /**
   * What the judge said.
   *
   * @param passed false if something stands against the plan
   * @param asOf the day by which residency was judged
   * @param profiles the rule sets by which it was judged
   * @param exposures how many findings there were of each exposure, by its word
   * @param rules SHA-256 of the rules
   */
  public record Verdict(
      boolean passed,
      LocalDate asOf,
      List<String> profiles,
      SortedMap<String, Integer> exposures,
      String rules) {

    /** Copies the collections; refuses what a file left out. */
    public Verdict {
      Objects.requireNonNull(asOf, "asOf");
      profiles = List.copyOf(profiles);
      exposures = Collections.unmodifiableSortedMap(new TreeMap<>(exposures));
      Objects.requireNonNull(rules, "rules");
    }

    /** With exposures in any order. */
    public static Verdict of(
        boolean passed,
        LocalDate asOf,
        List<String> profiles,
        Map<String, Integer> exposures,
        String rules) {
      return new Verdict(passed, asOf, profiles, new TreeMap<>(exposures), rules);
    }
  }

  /** How many resources a plan would change. */
  public record Changes(int create, int update, int replace, int destroy) {}

  /**
   * Which programs made it.
   *
   * @param program version of this program
   * @param terraform version of terraform
   */
  public record Versions(String program, String terraform) {

    /** Refuses what a file left out. */
    public Versions {
      Objects.requireNonNull(program, "program");
      Objects.requireNonNull(terraform, "terraform");
    }
  }

  /**
   * The commit that the sources stood at.
   *
   * @param id of git
   * @param author name and address as git has them
   */
  public record Commit(String id, String author) {

    /** Refuses what a file left out. */
    public Commit {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(author, "author");
    }
  }

  /** What {@code approve} and {@code apply} call it. */
  public String name() {
    return environment + "/" + id;
  }
}
