package com.cashtrace.infra.command;

import com.cashtrace.infra.audit.Kind;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.report.TrailReport;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what was done to an environment. */
@Command(
    name = "show",
    description = {
      "Lists the newest records of an audit trail, the newest first, and fails at one that was"
          + " tampered with.",
      "Forms: text, json."
    })
final class AuditShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TRAIL", description = TrailOptions.TRAIL)
  private String trail = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many records at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "Only records of this kind: plan, approval, apply, destroy, unlock, restore, push,"
              + " bootstrap, waiver-use.")
  private @Nullable String kind;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only records from this day on, such as 2026-11-22 (in UTC).")
  private @Nullable String since;

  private final World world;
  private final GlobalOptions options;

  AuditShowCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    if (limit < 1) {
      throw usage("--limit takes 1 or more, not '" + limit + "'");
    }
    Kind wanted = kind();
    TrailReport report =
        new TrailReport(
            TrailOptions.trails(world, options)
                .newest(
                    trail,
                    record -> wanted == null || record.details().kind() == wanted,
                    since(),
                    limit));
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out());
    }
    return 0;
  }

  private @Nullable Kind kind() {
    String word = kind;
    return word == null
        ? null
        : Kind.of(word)
            .orElseThrow(
                () ->
                    usage(
                        "'"
                            + word
                            + "' is not a kind of record; "
                            + Nearest.hint(word, Kind.words(), "kinds")));
  }

  private Instant since() {
    if (since == null) {
      return Instant.MIN;
    }
    try {
      return LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw usage("--since takes a day such as 2026-11-22, not '" + since + "'");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
