package com.cashtrace.infra.command;

import com.cashtrace.infra.catalog.ProblemKinds;
import com.cashtrace.infra.report.GithubProblems;
import com.cashtrace.infra.report.JUnitProblems;
import com.cashtrace.infra.report.JsonProblems;
import com.cashtrace.infra.report.ProblemReport;
import com.cashtrace.infra.report.SarifProblems;
import com.cashtrace.infra.report.TextProblems;
import java.util.List;

/** The forms in which problems are written. */
final class ProblemForms {

  static final List<String> NAMES = List.of("text", "json", "sarif", "junit", "github");

  private ProblemForms() {}

  static ProblemReport of(String name, World world, GlobalOptions options) {
    return switch (name) {
      case "json" -> new JsonProblems();
      case "sarif" ->
          new SarifProblems(
              RootCommand.Version.number(), ProblemKinds.read(options.resources(world)).byCode());
      case "junit" -> new JUnitProblems();
      case "github" -> new GithubProblems();
      default -> new TextProblems(options.color(world, world.outTerminal()));
    };
  }
}
