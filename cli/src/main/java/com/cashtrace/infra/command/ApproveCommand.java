package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.ApprovalReport;
import com.cashtrace.infra.run.Approving;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a plan the second pair of eyes that production asks for. */
@Command(
    name = "approve",
    description = {
      "Approves a plan in your name, which the audit trail records with time, reason and commit."
          + " Production is not applied without it.",
      "PLAN is ENV/ID, as plan prints it (the first 12 digits are enough), or a folder that plan"
          + " --out made. Exits 3 if you planned it yourself, if account.roles.approve of the spec"
          + " does not name your role or user, if the plan was changed or refused, or is older than"
          + " plans.maxAge. Who you are is what AWS says: a user of IAM or of IAM Identity Center,"
          + " else the role; the name of a role's session counts for nothing, since whoever assumes"
          + " the role chooses it. AWS does not tell the source identity of a session, so give"
          + " planners and approvers roles of their own. Forms: text, json."
    })
final class ApproveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PLAN", description = "The plan: ENV/ID, or a folder.")
  private String plan = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why it may be applied, in a few words. It is kept in the trail.")
  private String reason = "";

  private final World world;
  private final GlobalOptions options;

  ApproveCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason is empty");
    }
    Approving.Result result =
        Approving.of(
                new SpecFolder(options.project(world)), options.resources(world), world.workplace())
            .approve(plan, reason.strip(), world.directory());
    result.problems().forEach(new Failures(world, options)::print);
    ApprovalReport approval = result.approval();
    if (approval == null) {
      return ExitCode.FINDINGS.value();
    }
    if (json) {
      approval.json(world.out());
    } else {
      approval.text(world.out());
    }
    return ExitCode.OK.value();
  }
}
