package com.cashtrace.infra.command;

import com.cashtrace.infra.catalog.ProblemKinds;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.GithubProblems;
import com.cashtrace.infra.report.JUnitProblems;
import com.cashtrace.infra.report.JsonProblems;
import com.cashtrace.infra.report.ProblemReport;
import com.cashtrace.infra.report.SarifProblems;
import com.cashtrace.infra.report.TextProblems;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.ResidencyRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The forms in which problems are written. */
final class ProblemForms {

  static final List<String> NAMES = List.of("text", "json", "sarif", "junit", "github");

  private ProblemForms() {}

  static ProblemReport of(String name, World world, GlobalOptions options) {
    return switch (name) {
      case "json" -> new JsonProblems();
      case "sarif" -> new SarifProblems(RootCommand.Version.number(), kinds(world, options));
      case "junit" -> new JUnitProblems();
      case "github" -> new GithubProblems();
      default -> new TextProblems(options.color(world, world.outTerminal()));
    };
  }

  /** Tells on stderr what was found before a result, if anything was. */
  static void tell(CheckResult found, World world, GlobalOptions options) throws IOException {
    if (!found.problems().isEmpty()) {
      new TextProblems(options.color(world, world.errTerminal())).write(found, world.err());
      world.err().flush();
    }
  }

  /** What is known about every code, also about the rules of profiles, which are codes too. */
  private static Map<String, ProblemKind> kinds(World world, GlobalOptions options) {
    Path own = options.project(world).resolve(Profiles.FOLDER);
    Map<String, ProblemKind> kinds = new TreeMap<>();
    for (Profile profile : Profiles.read(options.resources(world), own).all()) {
      profile.rules().forEach(rule -> kinds.put(rule.id(), kind(rule)));
    }
    kinds.putAll(ProblemKinds.read(options.resources(world)).byCode());
    return kinds;
  }

  private static ProblemKind kind(ResidencyRule rule) {
    return new ProblemKind(
        rule.id(),
        rule.unclear() ? Severity.WARNING : Severity.ERROR,
        rule.title(),
        rule.meaning(),
        rule.fix(),
        "cashtrace-infra explain " + rule.id(),
        List.of(),
        List.of(rule.citation()));
  }
}
