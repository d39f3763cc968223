package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.file.Access;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Durability;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.terraform.Terraform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * States that terraform could not upload. Each of them is the only one that knows what an apply
 * made: it is kept on this machine, closed to others, until the bucket has it.
 *
 * @param work the work folder of the environment
 * @param label how it is called in messages and commands
 * @param environment whose they are
 */
record LeftStates(PrivateFolder work, String label, String environment) {

  private static final String NAME = "errored";
  private static final String ENDING = ".tfstate";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  static LeftStates of(OnlineRoot root) {
    return new LeftStates(root.folder(), root.label(), root.environment().name());
  }

  /**
   * Sees to the states that earlier runs could not upload, before a plan is made.
   *
   * @return what to tell of those that cannot be uploaded any more
   * @throws FailureException {@code state-left-behind} if the bucket lacks one: a plan without it
   *     would make a second time what it knows of
   */
  static List<Problem> settled(OnlineRoot root, OnlineAccount account, Workplace workplace) {
    StateFile state = new StateFile(account.aws(), account.place());
    List<Problem> problems = found(root, state, workplace);
    for (Problem problem : problems) {
      if (problem.isError()) {
        throw new FailureException(problem, ExitCode.FAILED, null);
      }
    }
    return problems;
  }

  /**
   * What to tell of the states that earlier runs could not upload: an error of one that the bucket
   * lacks. One that it has by now is removed.
   */
  static List<Problem> found(OnlineRoot root, StateFile state, Workplace workplace) {
    LeftStates left = of(root);
    left.rescue(root.path(), workplace.clock().instant());
    return left.look(state);
  }

  /**
   * Takes away what terraform left in a root, before the next run of terraform writes over it.
   *
   * @return what to tell of it, if there was something
   */
  Optional<Problem> rescue(Path root, Instant now) {
    Path left = root.resolve(Terraform.ERRORED_STATE);
    if (!Files.isRegularFile(left)) {
      return Optional.empty();
    }
    String name = TIME.format(now) + ENDING;
    PrivateFolder kept = PrivateFolder.at(work.resolve(NAME));
    kept.move(left, name);
    byte[] state = content(kept.resolve(name));
    if (!StateHead.isWhole(state)) {
      return Optional.of(cutOff(name));
    }
    complete(kept.resolve(name), state);
    return Optional.of(needed(name));
  }

  private static byte[] content(Path file) {
    return Folders.read(file).orElse(new byte[0]);
  }

  /** The first state of an environment may lack what a later one is known by. */
  private static void complete(Path file, byte[] state) {
    byte[] whole = StateHead.withLineage(state, UUID.randomUUID().toString());
    if (!Arrays.equals(state, whole)) {
      new AtomicFiles(Access.PRIVATE, Durability.MACHINE).write(file, whole);
    }
  }

  private List<Problem> look(StateFile state) {
    List<Problem> problems = new ArrayList<>();
    for (Path file : Folders.files(work.resolve(NAME), ENDING)) {
      String name = file.getFileName().toString();
      byte[] content = content(file);
      if (!StateHead.isWhole(content)) {
        problems.add(cutOff(name));
        continue;
      }
      switch (state.upload(content)) {
        case DONE -> Folders.remove(file, work.path());
        case NEEDED -> problems.add(needed(name));
        case OVERTAKEN ->
            problems.add(kept(name, "by now the bucket has a later state without it"));
        case FOREIGN -> problems.add(kept(name, "it is no state of this environment"));
      }
    }
    return problems;
  }

  private String path(String name) {
    return label + "/" + NAME + "/" + name;
  }

  private Problem needed(String name) {
    return Problem.error(
            "state-left-behind",
            "this state is the only one that knows what an apply of '" + environment + "' made",
            Location.ofFile(path(name)))
        .withHint(
            "upload it by 'cashtrace-infra state push %s %s', then run the command again"
                .formatted(environment, path(name)));
  }

  /** What its applies said until then is in their journal, which the next plan goes by. */
  private Problem cutOff(String name) {
    return new Problem(
        Severity.WARNING,
        "state-cut-off",
        "an apply of '%s' could neither upload its state nor write all of it into this file"
            .formatted(environment),
        Location.ofFile(path(name)),
        "free some space and apply again on this machine: that takes over what is known to have"
            + " been made; then move the file away");
  }

  private Problem kept(String name, String why) {
    return new Problem(
        Severity.WARNING,
        "state-left-behind",
        "this state was never uploaded, and cannot be any more: " + why,
        Location.ofFile(path(name)),
        "compare it with 'terraform show', adopt what only it knows, and move the file away");
  }
}
