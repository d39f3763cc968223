package com.cashtrace.infra.render;

import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import java.util.Map;
import java.util.Objects;

/**
 * Fills templates. Whatever jinjava has to complain about is a failure with the template's line: by
 * itself it would print nothing in that place and go on.
 */
final class Templates {

  private final TemplateFolder folder;
  private final Jinjava jinjava;

  Templates(TemplateFolder folder) {
    this.folder = folder;
    this.jinjava =
        new Jinjava(
            JinjavaConfig.newBuilder()
                .withNestedInterpretationEnabled(false) // "{{ 1 + 1 }}" in a value is text
                .withFailOnUnknownTokens(true)
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withEnableFilterChainOptimization(true)
                .build());
    jinjava.registerFilter(new HclFilter());
    jinjava.setResourceLocator((name, charset, interpreter) -> included(name));
  }

  /** The text that a template gives for the values; {@code null} values count as missing. */
  String fill(String name, Map<String, Object> values) {
    Source template = Objects.requireNonNull(folder.sources().get(name), name);
    // Jinjava.render would copy its libraries of tags and filters each time, half of the work.
    Context context = new Context(jinjava.getGlobalContext(), values);
    JinjavaInterpreter interpreter =
        new JinjavaInterpreter(jinjava, context, jinjava.getGlobalConfig());
    try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      String text = current.value().render(template.text());
      interpreter.getErrors().stream()
          .findFirst()
          .ifPresent(
              error -> {
                throw failure(template, error);
              });
      return text;
    } catch (InterpretException e) {
      throw failure(template, TemplateError.fromSyntaxError(e));
    }
  }

  private String included(String name) throws ResourceNotFoundException {
    Source template = folder.sources().get(name);
    if (template == null) {
      throw new ResourceNotFoundException("there is no template '" + name + "'");
    }
    return template.text();
  }

  private FailureException failure(Source page, TemplateError error) {
    Source template =
        error.getSourceTemplate().map(folder.sources()::get).filter(Objects::nonNull).orElse(page);
    String message = "the template cannot be filled: " + error.getMessage();
    Problem problem =
        Problem.error(
            "template-failed",
            message.lines().findFirst().orElse(message),
            template.at(Math.max(1, error.getLineno()), 0));
    return new FailureException(problem, folder.blame(), error.getException());
  }
}
