package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyRulesReport;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.run.Judging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the rule sets that there are, and which of their rules bind on a day. */
final class ResidencyRulesCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ResidencyFlags residency = new ResidencyFlags();
  private final World world;
  private final GlobalOptions options;

  private ResidencyRulesCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    ResidencyRulesCommand command = new ResidencyRulesCommand(world, options);
    command.residency.addTo(command.spec);
    command
        .spec
        .usageMessage()
        .description(
            "Lists the rule sets on where data may be, and which of their rules bind on a day.",
            "A file of the project's folder residency adds a rule set of its name or takes the"
                + " place of one. Exits 3 if such a file is wrong. Forms: text, json, markdown.");
    return command.spec;
  }

  @Override
  public Integer call() throws IOException {
    String format = options.format(spec, List.of("text", "json", "markdown"));
    Judging judging = residency.judging(spec, world, options);
    List<Problem> problems = new ArrayList<>();
    List<Profile> profiles = profiles(judging.profiles(), problems);
    ResidencyRulesReport report = new ResidencyRulesReport(judging.asOf(), profiles);
    switch (format) {
      case "json" -> report.json(world.out());
      case "markdown" -> report.markdown(world.out());
      default -> report.text(world.out());
    }
    Failures failures = new Failures(world, options);
    problems.forEach(failures::print);
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS).value();
  }

  /** What always applies and the profiles that were asked for, or all. */
  private List<Profile> profiles(Profiles all, List<Problem> problems) {
    List<Profile> profiles = new ArrayList<>(List.of(all.always()));
    List<String> names = residency.profiles().isEmpty() ? all.names() : residency.profiles();
    for (String name : names) {
      all.profile(name).value().ifPresent(profiles::add);
      problems.addAll(all.profile(name).problems());
    }
    return profiles;
  }
}
