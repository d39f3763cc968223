package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reader of HCL that the module tests stand on: right about what it reads, loud about the rest.
 */
class HclReaderTest {

  @Test
  void readsBlocksAttributesAndLines() {
    HclBlock file =
        read(
            """
            # who
            variable "health" {
              type = object({
                path = string
              })
              description = "a \\"path\\" } {" // not a brace

              validation {
                condition = alltrue([for x in ["${var.a["b"]}}"] : x != "}"])
              }
            }
            run "one" { command = plan }
            """);
    assertThat(file.blocks()).extracting(HclBlock::label).containsExactly("health", "one");
    HclBlock variable = file.blocks().get(0);
    assertThat(variable.attributes().keySet()).containsExactly("type", "description");
    assertThat(variable.attribute("description").text()).isEqualTo("a \"path\" } {");
    assertThat(variable.attribute("type").expression())
        .isEqualTo("object({\n    path = string\n  })");
    assertThat(variable.blocks("validation")).extracting(HclBlock::line).containsExactly(8);
    assertThat(file.blocks().get(1).text()).isEqualTo("run \"one\" { command = plan }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "string; string; string",
        "map(list(string)); map(list(string)); map(list(string))",
        "object({ a = number, b = bool, }); object({ a = number, b = bool }); object",
        "map(object({ a = optional(bool, false) })); map(object({ a = optional(bool, false) })); map(object)",
      })
  void readsTypes(String text, String compact, String outline) {
    ModuleType type = ModuleType.of(read("type = " + text).attribute("type"));
    assertThat(type.compact()).isEqualTo(compact);
    assertThat(type.outline()).isEqualTo(outline);
  }

  @Test
  void readsReferencesOverSeveralLines() {
    assertThat(read("x = [\n  var.a, var.b,\n  var.c,\n]").attribute("x").references())
        .containsExactly("var.a", "var.b", "var.c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = <<EOT\nx\nEOT\n",
        "/* a */",
        "a = 1 @",
        "a = \"open\n\"",
        "a = \"${open\"",
        "a = [1\n",
        "a = 1)",
        "a = \n",
        "a = 1\na = 2",
        "a \"b\" {",
        "a {\n}}",
        "a { } b { }",
        "a\n",
        "\"a\" = 1",
      })
  void refusesWhatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("test.tf:\\d+: .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type = strings",
        "type = tuple([string])",
        "type = list(string",
        "type = list string",
        "type = object({ a string })",
        "type = object({ a = optional(map(string), {}) })",
        "type = string string",
      })
  void refusesTypesThatItDoesNotUnderstand(String text) {
    assertThatThrownBy(() -> ModuleType.of(read(text).attribute("type")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.tf:1: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default = null",
        "sensitive = true",
        "descriptions = \"x\"",
        "precondition {\n}",
        "validation {\ncondition = true\n}",
        "validation {\ncondition = true\nerror_message = \"x\"\nmore = 1\n}",
      })
  void refusesAVariableWithMoreThanIsTold(String more) {
    String variable = "variable \"a\" {\ntype = string\nnullable = false\n";
    String described = variable + "description = \"x\"\n";
    assertThat(variable(described + "}").name()).isEqualTo("a");
    assertThatThrownBy(() -> variable(described + more + "\n}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"description", "type", "nullable"})
  void refusesAVariableThatLeavesSomethingOut(String left) {
    String variable =
        "variable \"a\" {\ntype = string\nnullable = false\ndescription = \"x\"\n}"
            .replaceFirst(left + " =.*\n", "");
    assertThatThrownBy(() -> variable(variable))
        .hasMessage("test.tf:1: variable [a] has no '" + left + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a ${var.b}\"", "\"a\" + \"b\"", "a", "\"a\\tb\""})
  void takesOnlyALiteralForAText(String value) {
    assertThatThrownBy(() -> read("a = " + value).attribute("a").text())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ModuleVariable variable(String text) {
    return ModuleVariable.of(read(text).blocks().get(0));
  }

  private static HclBlock read(String text) {
    return HclReader.read(new HclSource("test.tf", text));
  }
}
