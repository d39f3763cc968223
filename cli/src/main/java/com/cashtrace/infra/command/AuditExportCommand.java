package com.cashtrace.infra.command;

import com.cashtrace.infra.report.VerificationReport;
import com.cashtrace.infra.run.Trails;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a trail as one file. */
@Command(
    name = "export",
    description = {
      "Writes an audit trail as one zip with head, key and a page that says how to verify it by"
          + " hand; the same trail gives the same bytes.",
      "What was tampered with is exported as it is: the zip is verified once written, and the"
          + " command exits as 'audit verify' of it does. Forms: text, json."
    })
final class AuditExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TRAIL", description = TrailOptions.TRAIL)
  private String trail = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The zip to write. One that is there is replaced.")
  private String out = "";

  @Mixin private TrailOptions known = new TrailOptions();

  private final World world;
  private final GlobalOptions options;

  AuditExportCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    Trails trails = TrailOptions.trails(world, options);
    VerificationReport report =
        new VerificationReport(out, trails.export(trail, out, known.trust(world, spec)));
    return TrailOptions.write(report, json, world, options);
  }
}
