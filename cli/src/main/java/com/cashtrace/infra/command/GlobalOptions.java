package com.cashtrace.infra.command;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "The project: the folder that holds environments/. Default: this folder or the nearest"
              + " one above it that has them.")
  private @Nullable Path directory;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "Form of the result: text, json and others, as the command says.")
  private String format = "text";

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colour, even on a terminal. NO_COLOR does the same.")
  private boolean noColor;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "With a failure, print where in the program it happened.")
  private boolean stacktrace;

  @Option(
      names = "--schemas",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Schemas and catalogues to use instead of the program's own.")
  private @Nullable Path schemas;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Templates to use instead of the program's own.")
  private @Nullable Path templates;

  @Option(
      names = "--modules",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Terraform modules to use instead of the program's own.")
  private @Nullable Path modules;

  boolean stacktrace() {
    return stacktrace;
  }

  /** True if a stream that is a terminal or not should be coloured. */
  boolean color(World world, boolean terminal) {
    return terminal && !noColor && !world.environment().containsKey("NO_COLOR");
  }

  /** The form that was asked for, which must be one of those that the command has. */
  String format(CommandSpec spec, List<String> allowed) {
    if (allowed.contains(format)) {
      return format;
    }
    String hint = Nearest.hint(format, allowed, "forms of this command");
    throw new ParameterException(
        spec.commandLine(), "'" + format + "' is not a form of '" + spec.name() + "'; " + hint);
  }

  /** The folder that holds {@code environments/}, or the working folder where none is found. */
  Path project(World world) {
    if (directory != null) {
      return world.directory().resolve(directory).normalize();
    }
    return Stream.concat(
            Stream.iterate(world.directory(), folder -> folder != null, Path::getParent),
            Stream.ofNullable(world.home()))
        .filter(folder -> Files.isDirectory(folder.resolve(SpecFolder.NAME)))
        .findFirst()
        .orElse(world.directory());
  }

  Resources resources(World world) {
    Map<String, Path> folders = new HashMap<>();
    putIfGiven(folders, "schemas", schemas, world);
    putIfGiven(folders, "templates", templates, world);
    putIfGiven(folders, "terraform-modules", modules, world);
    return new Resources(folders);
  }

  private static void putIfGiven(
      Map<String, Path> folders, String kind, @Nullable Path folder, World world) {
    if (folder != null) {
      folders.put(kind, world.directory().resolve(folder));
    }
  }
}
