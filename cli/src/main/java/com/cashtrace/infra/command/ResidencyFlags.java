package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.run.Judging;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** By which day and which rule sets a command judges residency. */
final class ResidencyFlags {

  private final OptionSpec asOf =
      OptionSpec.builder("--as-of")
          .paramLabel("DATE")
          .type(LocalDate.class)
          .converters(ResidencyFlags::day)
          .description(
              "Judge residency by this day, such as 2027-01-01. Default: today, as it is in"
                  + " Nigeria.")
          .build();

  private final OptionSpec profiles =
      OptionSpec.builder("--profile")
          .paramLabel("NAME")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description(
              "Judge by this rule set instead of those that the spec names; may be given several"
                  + " times. 'residency rules' lists them.")
          .build();

  /** Gives a command the options; by hand, since reading annotations takes time at every start. */
  void addTo(CommandSpec spec) {
    spec.addOption(asOf).addOption(profiles);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no day such as 2027-01-01");
    }
  }

  /** The day that was given, or today. */
  LocalDate asOf(World world) {
    LocalDate day = asOf.getValue();
    return day == null ? LocalDate.now(world.clock()) : day;
  }

  /** Who said which day it is, for reports. */
  String timeSource() {
    return asOf.<LocalDate>getValue() == null
        ? "the clock of the machine, by the day in Nigeria"
        : "the day was given on the command line";
  }

  /** The names that were given; empty for those of the spec. */
  List<String> profiles() {
    List<String> names = profiles.getValue();
    return names == null ? List.of() : List.copyOf(names);
  }

  /** By what the command judges; a profile that there is none of is a wrong command line. */
  Judging judging(CommandSpec spec, World world, GlobalOptions options) {
    SpecFolder folder = new SpecFolder(options.project(world));
    Judging judging = Judging.of(folder, options.resources(world), asOf(world), profiles());
    for (String name : profiles()) {
      require(spec, name, judging.profiles());
    }
    return judging;
  }

  static void require(CommandSpec spec, String name, Profiles profiles) {
    List<String> names = profiles.names();
    if (!names.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no profile '" + name + "'; " + Nearest.hint(name, names, "profiles"));
    }
  }
}
