package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StateMark;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.scan.ClassFile;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the document for an auditor out of the state that an environment has now, and of its audit
 * trail. The state is shown by terraform and lies nowhere: its JSON holds secrets.
 *
 * @param roots makes the roots ready
 * @param reporting makes the document
 * @param trust what is known about the trail from elsewhere
 * @param classes classes of data by address; null if nobody wrote them down
 * @param timeSource who said which day it is
 */
public record LiveReporting(
    OnlineRoots roots,
    ResidencyReporting reporting,
    Trust trust,
    @Nullable ClassFile classes,
    String timeSource) {

  /** How often a state is read that somebody changes meanwhile. */
  private static final int ATTEMPTS = 3;

  /** Makes the report, or tells why terraform could not show the state. */
  public OnlineRoots.Attempt<ReadResult<ResidencyReport>> report(Environment environment) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), roots.variables());
        Meanwhile<Caller> caller = Meanwhile.begin(() -> Caller.of(aws).require(place))) {
      Account account = new Account(aws, place, trust);
      try (Meanwhile<StateMark> mark = caller.then(found -> account.mark())) {
        return roots.with(environment, mark, root -> settled(root, account, mark.await()));
      }
    }
  }

  /** What terraform shows tells no version, so it is that of a state which did not move. */
  private ReadResult<ResidencyReport> settled(OnlineRoot root, Account account, StateMark mark) {
    StateMark before = mark;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ReadResult<ResidencyReport> report = report(root, account, before);
      StateMark after = account.mark();
      if (after.equals(before)) {
        return report;
      }
      before = after;
    }
    String name = account.place().environment();
    throw new FailureException(
        Problem.unlocated(
            "state-moving",
            "the state of '" + name + "' was changed each time while it was read",
            "run the command again once nobody is at work; 'state status " + name + "' tells who"));
  }

  private ReadResult<ResidencyReport> report(OnlineRoot root, Account account, StateMark mark) {
    StateReader reader = new StateReader(roots.watcher()::secret);
    return root.showState(
        json ->
            SharedReading.read(
                json,
                stream -> reader.read("the state", stream),
                stream -> report(stream, account, mark)));
  }

  private ReadResult<ResidencyReport> report(InputStream json, Account account, StateMark mark) {
    StatePlace place = account.place();
    var version = new ResidencyDocument.Version(mark.head().serial(), mark.head().lineage());
    var document = new ResidencyDocument(Origin.STATE, json, place.address(), classes, version);
    return reporting.scanned(
        document, place.environment(), timeSource, environment -> account.trail());
  }

  /**
   * The account of the environment.
   *
   * @param aws asks
   * @param place of the state
   * @param trust what is known about the trail from elsewhere
   */
  private record Account(Aws aws, StatePlace place, Trust trust) {

    TrailEvidence trail() {
      FoundTrail found = TrailInAws.found(aws, place, trust);
      return TrailReading.of(found.files().place(""), found);
    }

    StateMark mark() {
      return new StateFile(aws, place).mark().orElseThrow(this::missing);
    }

    private FailureException missing() {
      String name = place.environment();
      return new FailureException(
          Problem.unlocated(
              "state-missing",
              "'" + name + "' has no state yet: nothing was applied",
              "'apply " + name + "' makes one; --from spec and --from plan need none"));
    }
  }
}
