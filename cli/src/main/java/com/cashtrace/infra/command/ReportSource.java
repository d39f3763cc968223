package com.cashtrace.infra.command;

import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.run.ResidencyDocument;
import com.cashtrace.infra.run.TrailReading;
import com.cashtrace.infra.scan.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What a report is made from: specs, the JSON of a plan or of a state, or the live state. */
final class ReportSource {

  private static final String STDIN = "-";

  /** The words of {@code --from}. */
  enum Kind {
    spec,
    plan,
    state
  }

  private final OptionSpec from =
      OptionSpec.builder("--from")
          .paramLabel("KIND")
          .type(Kind.class)
          .defaultValue("spec")
          .description(
              "What the report is made from: spec (the default), the plan or state that --input"
                  + " names, or without --input the state that ENV has now, as terraform shows it,"
                  + " with its audit trail. What this program rendered is judged by its spec, any"
                  + " other by that of ENV, or by african-regions unless --profile says otherwise.")
          .build();

  private final OptionSpec input =
      OptionSpec.builder("--input")
          .paramLabel("FILE")
          .type(String.class)
          .description(
              "With --from plan or state: what 'terraform show -json' prints, or - for standard"
                  + " input.")
          .build();

  private final OptionSpec classes =
      OptionSpec.builder("--classes")
          .paramLabel("FILE")
          .type(String.class)
          .description(
              "With --from plan or state: classes of data for resources without the tag data-class:"
                  + " a YAML map of addresses, in which * stands for any text, to classes.")
          .build();

  private final OptionSpec trail =
      OptionSpec.builder("--trail")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "The audit trail of ENV as evidence, without AWS: a folder that was copied from the"
                  + " bucket, or an export. One that does not verify is a finding.")
          .build();

  /** Gives a command the options. */
  void addTo(CommandSpec spec) {
    spec.addOption(from).addOption(input).addOption(classes).addOption(trail);
  }

  /** Where the facts of a report come from. */
  enum Place {
    SPECS,
    DOCUMENT,
    ACCOUNT
  }

  /** Where the facts are; a combination that makes no sense is a wrong command line. */
  Place place(CommandSpec spec, EnvironmentNames environments, Trust trust) {
    requireSense(spec, environments);
    Kind kind = from.getValue();
    boolean live = kind == Kind.state && input.getValue() == null;
    int named = environments.names(spec).size();
    if (live && named == 0) {
      throw wrong(spec, "--from state needs ENV, or --input FILE, or --input - for standard input");
    }
    if (live && trail.getValue() != null) {
      throw wrong(spec, "--trail goes with --input: a live state comes with its own trail");
    }
    if (kind == Kind.spec && trail.getValue() != null && named != 1) {
      throw wrong(spec, "a trail is of one environment: name it");
    }
    if (!live && trail.getValue() == null && !trust.equals(Trust.none())) {
      throw wrong(
          spec, "--public-key, --fingerprint and --contains go with --trail or a live state");
    }
    return live ? Place.ACCOUNT : kind == Kind.spec ? Place.SPECS : Place.DOCUMENT;
  }

  private void requireSense(CommandSpec spec, EnvironmentNames environments) {
    Kind kind = from.getValue();
    String file = input.getValue();
    if (kind == Kind.spec && file != null) {
      throw wrong(spec, "--input goes with --from plan and --from state");
    }
    if (kind == Kind.spec && classes.getValue() != null) {
      throw wrong(spec, "--classes goes with --from plan and --from state");
    }
    if (kind == Kind.plan && file == null) {
      throw wrong(spec, "--from plan needs --input FILE, or --input - for standard input");
    }
    if (kind != Kind.spec && (environments.isAll() || environments.names(spec).size() > 1)) {
      throw wrong(spec, "a " + kind + " is of one environment, and more are asked for");
    }
  }

  /** The copy of a trail that was named, or null. */
  @Nullable TrailReading trail(World world, Trust trust) {
    Path file = trail.getValue();
    return file == null ? null : TrailReading.copy(world.directory().resolve(file), trust);
  }

  /** Gives the document to what reads it, and closes the file. */
  <T> T read(World world, Function<ResidencyDocument, T> reader) {
    String file = input.getValue();
    Origin origin = Origin.valueOf(from.<Kind>getValue().name().toUpperCase(Locale.ROOT));
    ClassFile byAddress = classes(world);
    if (file.equals(STDIN)) {
      return reader.apply(ResidencyDocument.of(origin, world.in(), "standard input", byAddress));
    }
    Path path = world.directory().resolve(file);
    if (!Files.exists(path)) {
      throw new FailureException(
          Problem.error("file-missing", "there is no such file", Location.ofFile(file)));
    }
    try (InputStream json = Files.newInputStream(path)) {
      return reader.apply(ResidencyDocument.of(origin, json, name(path), byAddress));
    } catch (IOException e) {
      throw DiskTrouble.reading(path, e);
    }
  }

  /** The classes that somebody wrote down, or null. */
  @Nullable ClassFile classes(World world) {
    String file = classes.getValue();
    if (file == null) {
      return null;
    }
    ClassFile read = ClassFile.read(world.directory().resolve(file), file);
    if (!read.problems().isEmpty()) {
      throw new FailureException(read.problems().get(0));
    }
    return read;
  }

  private static String name(Path path) {
    @Nullable Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static ParameterException wrong(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
