package com.cashtrace.infra.command;

import com.cashtrace.infra.catalog.ProblemKinds;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.report.OriginReport;
import com.cashtrace.infra.report.ProblemKindReport;
import com.cashtrace.infra.report.ResidencyRulesReport;
import com.cashtrace.infra.residency.AlwaysOn;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.Origins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a problem's code or a rule means, or which files gave a value of a spec. */
@Command(
    name = "explain",
    customSynopsis = {
      "cashtrace-infra explain [OPTIONS] CODE",
      "cashtrace-infra explain [OPTIONS] ENV PATH"
    },
    description = {
      "CODE: what a problem such as unknown-key means, and what to do about it; or a rule on where"
          + " data may be, such as approved-places-payments, with its source.",
      "ENV PATH: a value such as services.api.cpu, and every file that set it, the winner first;"
          + " a path to a map explains all values below it. Forms: text, json."
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..2", paramLabel = "WORD", description = "CODE, or ENV and PATH.")
  private List<String> words = new ArrayList<>();

  private final World world;
  private final GlobalOptions options;

  ExplainCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    if (words.size() == 1) {
      explainCode(words.get(0), json);
    } else {
      explainValue(words.get(0), words.get(1), json);
    }
    return 0;
  }

  private void explainCode(String code, boolean json) throws IOException {
    ProblemKinds kinds = ProblemKinds.read(options.resources(world));
    Optional<ProblemKind> kind = kinds.find(code);
    if (kind.isEmpty() || code.equals(AlwaysOn.TRANSFER)) {
      explainRule(code, json, kinds);
      return;
    }
    ProblemKindReport report = new ProblemKindReport(kind.get());
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out());
    }
  }

  /** A rule of a profile; the law on transfers is one too, though its code is the program's own. */
  private void explainRule(String id, boolean json, ProblemKinds kinds) throws IOException {
    Judging judging = new ResidencyFlags().judging(spec, world, options);
    List<Profile> profiles = judging.profiles().withRule(id);
    if (profiles.isEmpty()) {
      Set<String> codes = new TreeSet<>(kinds.byCode().keySet());
      judging.profiles().all().forEach(p -> p.rules().forEach(rule -> codes.add(rule.id())));
      throw new ParameterException(
          spec.commandLine(),
          "there is no problem or rule '" + id + "'; " + Nearest.hint(id, codes, "codes"));
    }
    ResidencyRulesReport report = new ResidencyRulesReport(judging.asOf(), profiles);
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out());
    }
  }

  private void explainValue(String environment, String path, boolean json) throws IOException {
    SpecFolder folder = new SpecFolder(options.project(world));
    Origins origins = Origins.of(folder, options.resources(world));
    OriginReport report = new OriginReport(environment, origins.below(environment, path));
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out());
    }
  }
}
