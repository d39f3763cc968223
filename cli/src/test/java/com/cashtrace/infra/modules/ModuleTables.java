package com.cashtrace.infra.modules;

import java.util.List;

/** The part of a module's README that tells its variables and outputs. */
final class ModuleTables {

  /** A longer type is shown by its outline in the table and in full below it. */
  private static final int LONGEST_TYPE = 40;

  private final StringBuilder page = new StringBuilder();

  private ModuleTables() {}

  static String of(TerraformModule module) {
    ModuleTables tables = new ModuleTables();
    tables.variables(module.variables());
    tables.outputs(module.outputs());
    return tables.page.toString();
  }

  private void variables(List<ModuleVariable> variables) {
    page.append("## Variables\n\nEvery variable has to be set.\n\n");
    page.append("| name | type | meaning |\n|---|---|---|\n");
    variables.forEach(this::row);
    page.append('\n');
    List<ModuleVariable> shortened = variables.stream().filter(ModuleTables::isLong).toList();
    if (!shortened.isEmpty()) {
      page.append("The objects in full:\n\n```hcl\n");
      shortened.forEach(
          variable -> page.append(variable.name() + " = " + outdented(variable.typeText()) + "\n"));
      page.append("```\n\n");
    }
  }

  private void row(ModuleVariable variable) {
    String type = isLong(variable) ? variable.type().outline() : variable.type().compact();
    page.append("| `" + variable.name() + "` | `" + type + "`");
    page.append(variable.nullable() ? ", may be null | " : " | ");
    page.append(cell(variable.description())).append(" |\n");
  }

  private void outputs(List<ModuleOutput> outputs) {
    page.append("## Outputs\n\n| name | meaning |\n|---|---|\n");
    outputs.forEach(
        output ->
            page.append("| `" + output.name() + "` | " + cell(output.description()) + " |\n"));
    page.append('\n');
  }

  private static boolean isLong(ModuleVariable variable) {
    return variable.type().compact().length() > LONGEST_TYPE;
  }

  private static String outdented(String typeText) {
    return typeText.replace("\n  ", "\n");
  }

  /** A text as Markdown shows it unchanged. */
  static String cell(String text) {
    return text.replaceAll("[\\\\|<>*`]", "\\\\$0");
  }
}
