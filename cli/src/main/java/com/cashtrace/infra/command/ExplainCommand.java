package com.cashtrace.infra.command;

import com.cashtrace.infra.catalog.ProblemKinds;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.report.OriginReport;
import com.cashtrace.infra.report.ProblemKindReport;
import com.cashtrace.infra.run.Origins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a problem's code means, or which files gave a value of a spec. */
@Command(
    name = "explain",
    customSynopsis = {
      "cashtrace-infra explain [OPTIONS] CODE",
      "cashtrace-infra explain [OPTIONS] ENV PATH"
    },
    description = {
      "CODE: what a problem such as unknown-key means, and what to do about it.",
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
    ProblemKind kind =
        kinds
            .find(code)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "there is no problem '"
                            + code
                            + "'; "
                            + Nearest.hint(code, kinds.byCode().keySet(), "codes")));
    ProblemKindReport report = new ProblemKindReport(kind);
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
