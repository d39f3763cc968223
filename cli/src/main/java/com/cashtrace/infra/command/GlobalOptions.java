package com.cashtrace.infra.command;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.Rendering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

  private final OptionSpec directory =
      folder(
          "--directory",
          "The project: the folder that holds environments/. Default: this folder or the nearest"
              + " one above it that has them.");

  private final OptionSpec format =
      inherited("--format")
          .type(String.class)
          .paramLabel("FORM")
          .defaultValue("text")
          .description("Form of the result: text, json and others, as the command says.")
          .build();

  private final Flag noColor =
      Flag.ofAll("--no-color", "No colour, even on a terminal. NO_COLOR does the same.");

  private final Flag stacktrace =
      Flag.ofAll("--stacktrace", "With a failure, print where in the program it happened.");

  private final OptionSpec schemas =
      folder("--schemas", "Schemas and catalogues to use instead of the program's own.");

  private final OptionSpec templates =
      folder("--templates", "Templates to use instead of the program's own.");

  private final OptionSpec modules =
      folder("--modules", "Terraform modules to use instead of the program's own.");

  /** Adds the options to the program itself, from which every command inherits them. */
  void addTo(CommandSpec root) {
    List.of(directory, format, noColor.option(), stacktrace.option(), schemas, templates, modules)
        .forEach(root::addOption);
  }

  private static OptionSpec.Builder inherited(String name) {
    return OptionSpec.builder(name).scopeType(ScopeType.INHERIT);
  }

  private static OptionSpec folder(String name, String description) {
    return inherited(name).type(Path.class).paramLabel("DIR").description(description).build();
  }

  boolean stacktrace() {
    return stacktrace.isSet();
  }

  /** True if a stream that is a terminal or not should be coloured. */
  boolean color(World world, boolean terminal) {
    return terminal && !noColor.isSet() && !world.environment().containsKey("NO_COLOR");
  }

  /** The form that was asked for, which must be one of those that the command has. */
  String format(CommandSpec spec, List<String> allowed) {
    String form = format.getValue();
    if (allowed.contains(form)) {
      return form;
    }
    String hint = Nearest.hint(form, allowed, "forms of this command");
    throw new ParameterException(
        spec.commandLine(), "'" + form + "' is not a form of '" + spec.name() + "'; " + hint);
  }

  /** The folder that holds {@code environments/}, or the working folder where none is found. */
  Path project(World world) {
    Path named = directory.getValue();
    if (named != null) {
      return world.directory().resolve(named).normalize();
    }
    return Stream.concat(
            Stream.iterate(world.directory(), folder -> folder != null, Path::getParent),
            Stream.ofNullable(world.home()))
        .filter(folder -> Files.isDirectory(folder.resolve(SpecFolder.NAME)))
        .findFirst()
        .orElse(world.directory());
  }

  /** The steps from the specs of the project to rendered roots. */
  Rendering rendering(World world, Judging judging) {
    SpecFolder folder = new SpecFolder(project(world));
    return Rendering.of(folder, resources(world), RootCommand.Version.number(), judging);
  }

  Resources resources(World world) {
    Map<String, Path> folders = new HashMap<>();
    putIfGiven(folders, "schemas", schemas, world);
    putIfGiven(folders, "templates", templates, world);
    putIfGiven(folders, "terraform-modules", modules, world);
    return new Resources(folders);
  }

  private static void putIfGiven(
      Map<String, Path> folders, String kind, OptionSpec option, World world) {
    Path folder = option.getValue();
    if (folder != null) {
      folders.put(kind, world.directory().resolve(folder));
    }
  }
}
