package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.Validation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FleetTest {

  private static final List<String> NAMES = List.of("development", "production", "staging");

  /** The order in which one result hides another, of which the command line's page tells. */
  private static final List<Integer> WEIGHTS = List.of(70, 130, 1, 3, 2, 0);

  private static final Validation.Checked CHECKED = check();

  private final StringWriter err = new StringWriter();
  private final Set<String> done = Collections.newSetFromMap(new ConcurrentHashMap<>());

  private static Validation.Checked check() {
    SpecFolder folder = new SpecFolder(GeneratedFile.repository());
    Resources resources = Resources.packaged();
    Judging judging = Judging.of(folder, resources, LocalDate.of(2026, 11, 22), List.of());
    return Validation.of(folder, resources, judging).check(NAMES);
  }

  /** Each pair of results in either order; after an interrupt nothing else is begun. */
  static Stream<List<Integer>> pairs() {
    return WEIGHTS.stream()
        .flatMap(one -> WEIGHTS.stream().map(other -> List.of(one, other)))
        .filter(pair -> !pair.equals(List.of(130, 70)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void endsWithTheCodeThatWeighsMost(List<Integer> pair) throws Exception {
    Map<String, Integer> codes =
        Map.of("development", pair.get(0), "production", pair.get(1), "staging", 0);

    int code = work((environment, own, watcher) -> outcome(codes.get(environment.name())));

    int heaviest = Math.min(WEIGHTS.indexOf(pair.get(0)), WEIGHTS.indexOf(pair.get(1)));
    assertThat(code).as(err.toString()).isEqualTo(WEIGHTS.get(heaviest));
  }

  @Test
  void aFaultOfTheProgramInOneLeavesTheOthersRunning() throws Exception {
    int code =
        work(
            (environment, own, watcher) -> {
              if (environment.name().equals("development")) {
                throw new IllegalStateException("a fault");
              }
              done.add(environment.name());
              return outcome(environment.name().equals("production") ? 1 : 0);
            });

    assertThat(code).isEqualTo(70);
    assertThat(done).containsExactlyInAnyOrder("production", "staging");
    assertThat(err.toString())
        .contains("development:\nerror[bug]: the program failed by its own fault", "a fault")
        .contains("3 environments: 1 done, 1 failed, 1 failed by a fault of the program\n");
  }

  private static Fleet.Outcome outcome(int value) {
    ExitCode code =
        Arrays.stream(ExitCode.values())
            .filter(each -> each.value() == value)
            .findFirst()
            .orElseThrow();
    if (code == ExitCode.INTERRUPTED || code == ExitCode.FAILED) {
      throw new FailureException(Problem.unlocated("x", "of the test", null), code, null);
    }
    return Fleet.Outcome.of(code);
  }

  private int work(Fleet.Work work) throws Exception {
    FleetFlags flags =
        CommandLine.populateCommand(
            new FleetFlags(), "development", "production", "staging", "--parallelism", "1");
    World world = CommandRun.world(new PrintWriter(err));
    return new Fleet(world, new GlobalOptions(), flags, false).work(CHECKED, () -> work).value();
  }
}
