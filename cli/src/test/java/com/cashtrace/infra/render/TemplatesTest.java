package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of a folder that the user gave: what they print, and how they fail. */
class TemplatesTest {

  @TempDir Path given;

  @Test
  void printsValuesThroughTheFilter() throws IOException {
    template("x.tf.j2", "a = {{ name | hcl }}\nb = {{ list[0] | hcl }}\n");
    assertThat(fill(Map.of("name", "${x}", "list", List.of(1))))
        .isEqualTo("a = \"$${x}\"\nb = 1\n");
  }

  @Test
  void neverEvaluatesWhatAValueHolds() throws IOException {
    template("x.tf.j2", "{{ name | hcl }}");
    String text = "{{ 1 + 1 }}{% if true %}x{% endif %}{# y #}";
    assertThat(fill(Map.of("name", text))).isEqualTo("\"" + text.replace("%{", "%%{") + "\"");
  }

  @Test
  void knowsConditionsLoopsAndIncludes() throws IOException {
    template("_item.tf.j2", "{{ item | hcl }}\n");
    template(
        "x.tf.j2",
        """
        {% for item in items %}
        {% if item == 2 %}
        two
        {% elif item == 3 %}
        {% else %}
        {% include "_item.tf.j2" %}
        {% endif %}
        {% endfor %}
        """);
    assertThat(fill(Map.of("items", List.of(1, 2, 3)))).isEqualTo("1\ntwo\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n{{ missing | hcl }}",
        "\n{{ map.missing | hcl }}",
        "\n{% for x in missing %}{% endfor %}",
        "\n{% if map.missing %}{% endif %}",
        "\n{% if map %}",
        "\n{{ map | hcl }",
        "\n{% include \"../x.tf.j2\" %}",
        "\n{% include \"/etc/passwd\" %}",
        "\n{% include \"nothing.j2\" %}",
        "\n{{ bad | hcl }}",
      })
  void failsAtTheLineOfTheTemplate(String text) throws IOException {
    template("x.tf.j2", text);
    FailureException e = failure();
    assertThat(e.problem().code()).isEqualTo("template-failed");
    assertThat(e.problem().location()).hasToString(given + "/aws/x.tf.j2:2");
    assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a {{ name }}|'{{ name }}' is printed as it stands",
        "a {{ name ~ hcl }}|'{{ name ~ hcl }}' is printed as it stands",
        "a {% set x = 1 %}|'{% set x = 1 %}' is no tag of these templates",
        "a {% raw %}|'{% raw %}' is no tag of these templates",
      })
  void refusesWhatCouldPrintHclUnseen(String text, String message) throws IOException {
    template("x.tf.j2", "\n" + text);
    FailureException e = failure();
    assertThat(e.problem().code()).isEqualTo("template-rule");
    assertThat(e.problem().message()).isEqualTo(message);
    assertThat(e.problem().location()).hasToString(given + "/aws/x.tf.j2:2:3");
  }

  @Test
  void refusesAFilterBehindTheFilter() throws IOException {
    template("x.tf.j2", "{{ name | hcl | upper }}");
    assertThat(failure().problem().code()).isEqualTo("template-rule");
  }

  @Test
  void blamesTheProgramForAFaultInItsOwnTemplates() {
    TemplateFolder own = TemplateFolder.read(Resources.packaged(), "templates/aws");
    assertThat(own.blame()).isEqualTo(ExitCode.BUG);
    assertThat(own.pages()).contains("network.tf.j2").noneMatch(name -> name.startsWith("_"));
  }

  private FailureException failure() {
    return catchThrowableOfType(
        FailureException.class,
        () -> fill(Map.of("map", Map.of("a", 1), "name", "x", "bad", new Object())));
  }

  private String fill(Map<String, Object> values) {
    Resources resources = new Resources(Map.of("templates", given));
    return new Templates(TemplateFolder.read(resources, "templates/aws")).fill("x.tf.j2", values);
  }

  private void template(String name, String text) throws IOException {
    Files.createDirectories(given.resolve("aws"));
    Files.writeString(given.resolve("aws").resolve(name), text);
  }
}
