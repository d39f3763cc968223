package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.file.DiskRoom;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.ApplyReport;
import com.cashtrace.infra.terraform.ApplyRun;
import com.cashtrace.infra.terraform.Diagnostic;
import com.cashtrace.infra.terraform.Shown;
import com.cashtrace.infra.terraform.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan that was judged, and finds out what became of it. The trail holds a record of
 * the beginning before the first change, and one of the end whatever happens in between, as long as
 * this process lives: no interrupt ends it meanwhile.
 *
 * @param root where the plan was made
 * @param account whose state it changes
 * @param watcher is told what goes on, and every secret of the state
 * @param judging judges the state afterwards
 * @param workplace where this process runs
 */
record Execution(
    OnlineRoot root,
    OnlineAccount account,
    PlanWatcher watcher,
    PlanJudging judging,
    Workplace workplace) {

  private static final long LEAST_ROOM = 2 << 20;
  private static final int COMPRESSION = 20;

  /**
   * Carries it out.
   *
   * @param plan its bundle
   * @param file its binary file
   * @param approvals sequence numbers of the records of its approvals
   */
  ApplyReport carryOut(MadePlan plan, Path file, List<Long> approvals) {
    requireRoom(file);
    ChangeRecords records = new ChangeRecords(account.recorder(), plan.bundle(), approvals);
    return root.terraform().undisturbed(() -> new Run(plan, records).report(file));
  }

  /**
   * A state that cannot be uploaded must find room here, and so must what terraform says, by which
   * the next run knows what was made. A plan holds the state before it, and is compressed.
   */
  private void requireRoom(Path plan) {
    long needed = LEAST_ROOM + COMPRESSION * plan.toFile().length();
    long free = DiskRoom.free(root.folder().path());
    if (free < needed) {
      throw new FailureException(
          Problem.error(
                  "disk-full",
                  "there are %s bytes of room here, and an apply may need %s to keep what it must not lose"
                      .formatted(free, needed),
                  Location.ofFile(root.label()))
              .withHint("free some space and run the same command again; nothing was changed"));
    }
  }

  /** One plan while it is carried out. */
  private final class Run {

    private final PlanBundle bundle;
    private final MadePlan plan;
    private final ChangeRecords records;
    private final Tally tally;
    private final long begun = System.nanoTime();
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

    /** AWS could not be reached just now: terraform would try that for long, and in vain. */
    private boolean cutOff;

    /** The state as this run wrote it; null where that is not known. */
    private byte @Nullable [] written;

    Run(MadePlan plan, ChangeRecords records) {
      this.plan = plan;
      this.bundle = plan.bundle().bundle();
      this.records = records;
      PlanBundle.Changes changes = bundle.changes();
      this.tally =
          new Tally(changes.create() + changes.update() + changes.replace() + changes.destroy());
    }

    ApplyReport report(Path file) {
      records.begin();
      ApplyRun run = apply(file);
      run.diagnostics().forEach(this::tell);
      LeftStates.of(root).rescue(root.path(), workplace.clock().instant()).ifPresent(problems::add);
      StateVersion version = look();
      boolean hopeless = cutOff || run.outcome() == ApplyRun.Outcome.INTERRUPTED;
      Judged judged = hopeless ? unjudged() : judge(run);
      Details.Outcome outcome = outcome(run.outcome());
      Receipt end = end(outcome, version, judged);
      return new ApplyReport(
          bundle.environment(),
          bundle.mode() == PlanBundle.Mode.DESTROY,
          bundle.id(),
          outcome,
          new ApplyReport.Progress(tally.done(), tally.all()),
          version == null ? null : version.head(),
          judged.verdict(),
          judged.content() == null ? new TreeMap<>() : judged.content().outputs(),
          problems,
          end == null ? null : end.toString(),
          Duration.ofNanos(System.nanoTime() - begun));
    }

    private ApplyRun apply(Path file) {
      String name = bundle.mode() == PlanBundle.Mode.DESTROY ? "destroy" : "apply";
      try (Shown step = watcher.begin(name, tally.all())) {
        return root.terraform()
            .apply(
                root.path(),
                file,
                event -> {
                  tally.accept(event, System.nanoTime());
                  step.accept(event);
                });
      }
    }

    private void tell(Diagnostic diagnostic) {
      problems.add(root.places().problem(diagnostic));
    }

    /** The state that counts now, as far as it can be seen; and whether its lock is free again. */
    private @Nullable StateVersion look() {
      try {
        StateStatus status =
            new StateFile(account.aws(), account.place()).status(this::rememberOwn);
        status.locks().forEach(this::requireFree);
        return status.current();
      } catch (FailureException e) {
        problems.add(e.problem());
        cutOff = e.problem().code().equals("aws-unreachable");
        return null;
      }
    }

    /** Another version of terraform may have written a state that was there before. */
    private void rememberOwn(StateHead head, byte[] content) {
      written = head.serial() > bundle.state().serial() ? content : null;
    }

    private void requireFree(LockHalf half) {
      LockInfo lock = half.info();
      if (lock != null) {
        problems.add(
            new Problem(
                Severity.WARNING,
                "lock-left-behind",
                "the state is still locked in %s by %s since %s (%s)"
                    .formatted(half.kind().word(), lock.who(), lock.created(), lock.operation()),
                null,
                "if that was this run, release the lock by 'cashtrace-infra state unlock %s %s'"
                    .formatted(bundle.environment(), lock.id())));
      }
    }

    private Judged judge(ApplyRun run) {
      try {
        StateJudging judge = new StateJudging(root, watcher, judging);
        boolean whole = run.succeeded() && bundle.mode() == PlanBundle.Mode.CHANGE;
        Judged judged = judge.judge(written, whole ? plan.report().residency() : null);
        problems.addAll(judged.problems());
        if (run.succeeded() && bundle.mode() == PlanBundle.Mode.DESTROY) {
          requireEmpty(Objects.requireNonNull(judged.content()));
        }
        return judged;
      } catch (FailureException e) {
        problems.add(e.problem());
        return unjudged();
      }
    }

    private void requireEmpty(StateContent content) {
      for (String address : content.addresses()) {
        problems.add(
            Problem.unlocated(
                    "destroy-left-over",
                    "'" + address + "' is still in the state",
                    "run destroy again")
                .at(root.places().component(address)));
      }
    }

    private Judged unjudged() {
      problems.add(
          Problem.unlocated(
              "state-not-judged",
              "where the data of the state is was not judged afterwards",
              "'cashtrace-infra drift %s' judges it, and so does the next apply"
                  .formatted(bundle.environment())));
      return Judged.NOT;
    }

    private @Nullable Receipt end(
        Details.Outcome outcome, @Nullable StateVersion version, Judged judged) {
      StateHead head = version == null ? null : version.head();
      try {
        return records.end(outcome, tally.done(), head, judged.word());
      } catch (FailureException e) {
        problems.add(e.problem());
        return null;
      }
    }

    private static Details.Outcome outcome(ApplyRun.Outcome outcome) {
      return switch (outcome) {
        case DONE -> Details.Outcome.DONE;
        case FAILED -> Details.Outcome.FAILED;
        case INTERRUPTED -> Details.Outcome.INTERRUPTED;
      };
    }
  }
}
