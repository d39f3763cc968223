package com.cashtrace.infra.command;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ScanJson;
import com.cashtrace.infra.report.ScanReport;
import com.cashtrace.infra.report.ScannedDocument;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.run.ResidencyScan;
import com.cashtrace.infra.scan.ClassFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges the JSON of any plan or state, also one that this program did not make. */
@Command(
    name = "scan",
    description = {
      "Judges where the data of any plan or state is and goes, also one that this program did not"
          + " make. Reads what 'terraform show -json' prints, of a plan or of a state.",
      "Exits 3 where data is or goes where it must not be, or where nobody can tell; 1 for what is"
          + " no plan and no state. A plan that this program rendered is judged by its spec, any"
          + " other by african-regions unless --profile says otherwise. Forms: text, json, sarif,"
          + " junit, github."
    })
final class ResidencyScanCommand implements Callable<Integer> {

  private static final String STDIN = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "A JSON file, a folder of files '*.json', or - for standard input.")
  private String file = "";

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description =
          "Classes of data for resources without the tag data-class: a YAML map of addresses, in"
              + " which * stands for any text, to classes.")
  private @Nullable Path classes;

  private final ResidencyFlags residency = new ResidencyFlags();
  private final FailOn failOn = new FailOn();

  private final World world;
  private final GlobalOptions options;

  private ResidencyScanCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    ResidencyScanCommand command = new ResidencyScanCommand(world, options);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    command.residency.addTo(spec);
    command.failOn.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    ScanReport.Format format = format(options.format(spec, ProblemForms.NAMES));
    ClassFile read = classes == null ? null : classes(classes);
    if (read != null && !read.problems().isEmpty()) {
      read.problems().forEach(this::print);
      return ExitCode.FAILED.value();
    }
    Resources resources = options.resources(world);
    SpecFolder specs = new SpecFolder(options.project(world));
    ResidencyScan scan =
        new ResidencyScan(specs, resources, residency.judging(spec, world, options), read);
    ScanReport report =
        file.equals(STDIN)
            ? scan.stream(world.in(), "standard input")
            : scan.files(world.directory().resolve(file), file);
    ScanReport judged = new ScanReport(report.documents(), report.problems(), exitCode(report));
    format.write(judged, world.out());
    return judged.exitCode().value();
  }

  private ExitCode exitCode(ScanReport report) {
    List<Verdict> verdicts =
        report.documents().stream().map(ScannedDocument::verdict).filter(Objects::nonNull).toList();
    return failOn.apply(report.check(), verdicts).exitCode();
  }

  private ClassFile classes(Path path) {
    return ClassFile.read(world.directory().resolve(path), path.toString());
  }

  private void print(Problem problem) {
    new Failures(world, options).print(problem);
  }

  private ScanReport.Format format(String name) {
    return switch (name) {
      case "text" -> new ScanReport.Text(options.color(world, world.outTerminal()));
      case "json" -> new ScanJson();
      default -> new ScanReport.Problems(ProblemForms.of(name, world, options));
    };
  }
}
