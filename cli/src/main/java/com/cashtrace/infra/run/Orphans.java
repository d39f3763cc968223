package com.cashtrace.infra.run;

import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.render.HclText;
import com.cashtrace.infra.terraform.Journal;
import com.cashtrace.infra.terraform.Journal.Made;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an earlier apply made and did not get to write into the state, since terraform was killed.
 * The next plan takes it over: made a second time it would be there twice, or not at all.
 *
 * @param root where the plan is made
 * @param journal what terraform said of the earlier applies
 * @param watcher is told every secret of the state
 * @param told hears of each of them
 */
record Orphans(OnlineRoot root, Journal journal, PlanWatcher watcher, Consumer<Problem> told) {

  /** A file of the root beside what is rendered; no digest of the root covers it. */
  private static final String IMPORTS = "left_imports.tf";

  static Orphans of(OnlineRoot root, Path plan, PlanWatcher watcher, Consumer<Problem> told) {
    return new Orphans(root, Journal.ofApply(plan), watcher, told);
  }

  /** Has the next plan take them over; true if there are any. */
  boolean adopt() {
    forget();
    List<Made> unknown = unknown();
    unknown.forEach(one -> told.accept(problem(one)));
    String imports = unknown.stream().map(Orphans::block).collect(Collectors.joining("\n"));
    if (!imports.isBlank()) {
      AtomicFiles.shared().write(imports(), imports);
    }
    return !imports.isBlank();
  }

  /**
   * Makes sure that there are none: terraform takes nothing over while it destroys, so that they
   * would stay, and nobody would know of them.
   *
   * @throws FailureException {@code destroy-knows-less} if there are any
   */
  void requireNone() {
    forget();
    List<Made> unknown = unknown();
    unknown.stream().filter(one -> one.id().isEmpty()).forEach(one -> told.accept(problem(one)));
    String made =
        unknown.stream()
            .flatMap(one -> one.id().stream().map(id -> one.address() + "' ('" + id + "')"))
            .collect(Collectors.joining(", '"));
    if (!made.isEmpty()) {
      throw new FailureException(
          Problem.unlocated(
              "destroy-knows-less",
              "an apply that was killed made '" + made + ", which a destroy would leave",
              "'cashtrace-infra apply %s' takes it over; then destroy"
                  .formatted(root.environment().name())),
          ExitCode.FINDINGS,
          null);
    }
  }

  /** What the state lacks. */
  private List<Made> unknown() {
    List<Made> made = journal.made();
    if (made.isEmpty()) {
      return made;
    }
    Set<String> known = new HashSet<>(root.state(watcher).addresses());
    List<Made> unknown = made.stream().filter(one -> !known.contains(one.address())).toList();
    if (unknown.isEmpty()) {
      journal.remove();
    }
    return unknown;
  }

  /** Has the next plan make them anew, as if nobody knew of them. */
  void forget() {
    Folders.remove(imports(), root.path());
  }

  /** Says that terraform could not plan with them. */
  void refused(List<Problem> why) {
    forget();
    why.forEach(
        problem ->
            told.accept(
                new Problem(
                    Severity.WARNING,
                    "made-not-taken-over",
                    problem.message(),
                    problem.location(),
                    "the plan was made without taking over; adopt it in the spec, or remove it")));
  }

  private Path imports() {
    return root.path().resolve(IMPORTS);
  }

  private Problem problem(Made made) {
    String name = "an apply that was killed ";
    return new Problem(
        Severity.WARNING,
        "made-and-unknown",
        made.id()
            .map(id -> name + "made '" + made.address() + "', and the state does not know of it")
            .orElseGet(() -> name + "had begun to make '" + made.address() + "'"),
        root.places().component(made.address()),
        made.id()
            .map(id -> "the plan that follows takes '" + id + "' over")
            .orElse("if it is there already, adopt it in the spec, or remove it"));
  }

  private static String block(Made made) {
    return made.id()
        .map(
            id ->
                """
                import {
                  to = %s
                  id = %s
                }
                """
                    .formatted(made.address(), HclText.quoted(id)))
        .orElse("");
  }
}
