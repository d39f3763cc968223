package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.report.OriginReport;
import com.cashtrace.infra.run.Origins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a problem's code means, or which files gave a value of a spec. */
@Command(
    name = "explain",
    description = {
      "ENV PATH: a value such as services.api.cpu, and every file that set it, the winner first.",
      "Forms: text, json."
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "2", paramLabel = "WORD", description = "ENV PATH")
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
    SpecFolder folder = new SpecFolder(options.project(world));
    Origins origins = Origins.of(folder, options.resources(world));
    OriginReport report = new OriginReport(words.get(0), origins.below(words.get(0), words.get(1)));
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out());
    }
    return 0;
  }
}
