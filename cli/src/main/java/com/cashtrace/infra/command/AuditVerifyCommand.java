package com.cashtrace.infra.command;

import com.cashtrace.infra.report.VerificationReport;
import com.cashtrace.infra.run.Trails;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether a trail was tampered with. */
@Command(
    name = "verify",
    description = {
      "Reads a whole audit trail and finds what was changed, removed, put in, moved or cut off.",
      "Exits 3 if something was. Without --public-key or --fingerprint a rewrite that was signed by"
          + " another key cannot be found. Forms: text, json."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TRAIL", description = TrailOptions.TRAIL)
  private String trail = "";

  @Mixin private TrailOptions known = new TrailOptions();

  private final World world;
  private final GlobalOptions options;

  AuditVerifyCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    Trails trails = TrailOptions.trails(world, options);
    VerificationReport report =
        new VerificationReport(trail, trails.verify(trail, known.trust(world, spec)));
    return TrailOptions.write(report, json, world, options);
  }
}
