package com.cashtrace.infra.command;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandReferenceTest {

  @Test
  void isCurrent() throws IOException {
    World world = CommandRun.world(new PrintWriter(Writer.nullWriter()));
    new GeneratedFile("cli/README.md").mustBe(page(RootCommand.commandLine(world)));
  }

  private static String page(CommandLine root) {
    StringBuilder page = new StringBuilder();
    page.append("<!-- Generated from the commands; change those instead. -->\n# Commands\n\n");
    page.append("    cashtrace-infra [OPTIONS] COMMAND\n\n");
    page.append("These options stand before or after any command. ");
    page.append("Each has an environment variable, and so has every option of a command.\n\n");
    page.append(options(root.getCommandSpec(), true));
    root.getSubcommands().forEach((name, command) -> page.append(sections(name, command)));
    page.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
    root.getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> page.append("| " + code.strip() + " | " + meaning + " |\n"));
    page.append(
        "\nOver several environments the first of these that occurred counts:"
            + " 70, 130, 1, 3, 2, 0.\n");
    return page.toString();
  }

  private static String sections(String name, CommandLine command) {
    StringBuilder sections = new StringBuilder(section(name, command.getCommandSpec()));
    command
        .getSubcommands()
        .forEach((below, inner) -> sections.append(sections(name + " " + below, inner)));
    return sections.toString();
  }

  private static String section(String name, CommandSpec spec) {
    String description = String.join("\n\n", spec.usageMessage().description());
    return "\n## " + name + "\n\n" + description + "\n\n" + options(spec, false);
  }

  private static String options(CommandSpec spec, boolean inherited) {
    String arguments =
        spec.positionalParameters().stream()
            .map(CommandReferenceTest::row)
            .collect(Collectors.joining());
    String options =
        spec.options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .filter(option -> inherited || !option.inherited())
            .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
            .map(CommandReferenceTest::row)
            .collect(Collectors.joining());
    return arguments.isEmpty() && options.isEmpty()
        ? ""
        : "| argument | environment variable | meaning |\n|---|---|---|\n" + arguments + options;
  }

  private static String row(PositionalParamSpec parameter) {
    return row(parameter.paramLabel(), "", List.of(parameter.description()));
  }

  private static String row(OptionSpec option) {
    boolean flag = option.arity().max() == 0;
    String name = option.longestName() + (flag ? "" : " " + option.paramLabel());
    return row(
        name,
        "`" + EnvironmentDefaults.variable(option.longestName()) + "`",
        List.of(option.description()));
  }

  private static String row(String name, String variable, List<String> description) {
    String meaning = String.join(" ", description).replace("|", "\\|");
    return "| `" + name + "` | " + variable + " | " + meaning + " |\n";
  }
}
