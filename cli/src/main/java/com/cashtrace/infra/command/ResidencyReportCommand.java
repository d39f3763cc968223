package com.cashtrace.infra.command;

import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.ResidencyCsv;
import com.cashtrace.infra.report.ResidencyFormat;
import com.cashtrace.infra.report.ResidencyHtml;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyMarkdown;
import com.cashtrace.infra.report.ResidencyOscal;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.report.ResidencyText;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.ResidencyReporting;
import com.cashtrace.infra.run.TrailReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the document that shows an auditor where data is. */
@Command(
    name = "residency-report",
    description = {
      "Writes the document for an auditor: where every store, key, backup and log of environments"
          + " is, who receives data, on what basis it leaves Nigeria, what survives what, and the"
          + " verdict of every rule set for a day; and what the audit trail shows of it.",
      "The same inputs give the same bytes. Exits 3 if a place is forbidden or not known, with the"
          + " report written all the same. Forms: text (the verdicts only), html, markdown, json,"
          + " csv, oscal (NIST's assessment results)."
    })
final class ResidencyReportCommand implements Callable<Integer> {

  private static final List<String> FORMS =
      List.of("text", "html", "markdown", "json", "csv", "oscal");

  /** The tables that CSV can hold. */
  enum Table {
    inventory,
    register
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  private final ResidencyFlags residency = new ResidencyFlags();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      defaultValue = "inventory",
      description = "With --format csv: inventory (the default) or register, of transfers.")
  private Table table = Table.inventory;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of stdout; it appears when it is whole.")
  private @Nullable Path out;

  @Mixin private TrailOptions known = new TrailOptions();
  @Mixin private TerraformFlags terraform = new TerraformFlags();
  private final ReportSource source = new ReportSource();
  private final EnvironmentNames environments = new EnvironmentNames();
  private final World world;
  private final GlobalOptions options;

  ResidencyReportCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command with its subcommand. */
  static CommandLine line(World world, GlobalOptions options) {
    ResidencyReportCommand command = new ResidencyReportCommand(world, options);
    CommandLine line = new CommandLine(command);
    command.environments.addTo(line.getCommandSpec());
    command.residency.addTo(line.getCommandSpec());
    command.source.addTo(line.getCommandSpec());
    return line.addSubcommand(ResidencyReportDiffCommand.line(world, options));
  }

  @Override
  public Integer call() throws IOException {
    ResidencyFormat format = format(options.format(spec, FORMS));
    List<String> names = environments.names(spec);
    Trust trust = known.trust(world, spec);
    ReportSource.Place place = source.place(spec, environments, trust);
    Judging judging = residency.judging(spec, world, options);
    ResidencyReporting reporting =
        ResidencyReporting.of(
            new SpecFolder(options.project(world)),
            options.resources(world),
            judging,
            RootCommand.Version.number());
    String day = residency.timeSource();
    String name = names.isEmpty() ? null : names.get(0);
    TrailReading trail = source.trail(world, trust);
    ReadResult<ResidencyReport> result =
        switch (place) {
          case SPECS -> reporting.declared(names, day, trail);
          case DOCUMENT ->
              source.read(world, document -> reporting.scanned(document, name, day, trail));
          case ACCOUNT ->
              new LiveReport(world, options, terraform, judging, trust)
                  .read(reporting, names.get(0), source.classes(world), day);
        };
    ProblemForms.tell(CheckResult.of(List.of(), result.problems()), world, options);
    Optional<ResidencyReport> report = result.value();
    if (report.isEmpty()) {
      return ExitCode.FINDINGS.value();
    }
    write(format, report.get());
    return (report.get().fails() ? ExitCode.FINDINGS : ExitCode.OK).value();
  }

  private void write(ResidencyFormat format, ResidencyReport report) throws IOException {
    if (out == null) {
      format.write(report, world.out());
      return;
    }
    StringBuilder text = new StringBuilder();
    format.write(report, text);
    ResidencyReporting.keep(world.directory().resolve(out), world.masker().mask(text.toString()));
  }

  private ResidencyFormat format(String name) {
    return switch (name) {
      case "html" -> new ResidencyHtml();
      case "markdown" -> new ResidencyMarkdown();
      case "json" -> new ResidencyJson();
      case "oscal" -> new ResidencyOscal();
      case "csv" ->
          new ResidencyCsv(
              table == Table.inventory
                  ? ResidencyCsv.Table.INVENTORY
                  : ResidencyCsv.Table.REGISTER);
      default -> new ResidencyText();
    };
  }
}
