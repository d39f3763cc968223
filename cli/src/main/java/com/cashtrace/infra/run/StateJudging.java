package com.cashtrace.infra.run;

import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a root, and judges where its data is. It lies nowhere: it holds secrets.
 *
 * @param root whose state it is
 * @param watcher is told every secret
 * @param judging judges it
 */
record StateJudging(OnlineRoot root, PlanWatcher watcher, PlanJudging judging) {

  /**
   * Judges it.
   *
   * @param written the state as an apply wrote it just now, or null to ask terraform for it
   * @param planned the judgement of the plan to which it must agree, as to the spec; null if a part
   *     of that may be missing
   * @throws com.cashtrace.infra.problem.FailureException if terraform can't show it
   */
  Judged judge(byte @Nullable [] written, @Nullable Verdict planned) {
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<@Nullable StateContent> content = new AtomicReference<>();
    StateReader reader = new StateReader(watcher::secret);
    Verdict verdict =
        root.showState(
            written,
            json ->
                SharedReading.read(
                    json,
                    stream -> content.set(reader.read("the state", stream)),
                    stream -> judging.judgeState(stream, root.environment(), planned, problems)));
    return new Judged(content.get(), verdict, problems);
  }
}
