package com.cashtrace.infra.render;

import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may hold: values that pass the filter, {@code if}, {@code for} and {@code
 * include}. A value without the filter could be read as HCL, so it is refused before it is
 * rendered.
 */
final class TemplateRules {

  private static final Pattern MARKUP =
      Pattern.compile("\\{\\{(?<value>.*?)\\}\\}|\\{%(?<tag>.*?)%\\}", Pattern.DOTALL);
  private static final Pattern FILTERED =
      Pattern.compile("-?[^|]+\\|\\s*hcl\\s*-?", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Set<String> TAGS =
      Set.of("if", "elif", "else", "endif", "for", "endfor", "include");

  private TemplateRules() {}

  /** Everything in a template that is against the rules. */
  static List<Problem> check(Source template) {
    List<Problem> problems = new ArrayList<>();
    Matcher markup = MARKUP.matcher(template.text());
    while (markup.find()) {
      String value = markup.group("value");
      if (value != null && !FILTERED.matcher(value).matches()) {
        problems.add(
            problem(template, markup, "'" + markup.group() + "' is printed as it stands")
                .withHint("every value passes the filter: {{ value | hcl }}"));
      }
      Matcher word = WORD.matcher(value == null ? markup.group("tag") : "if");
      if (!word.find() || !TAGS.contains(word.group())) {
        problems.add(
            problem(template, markup, "'" + markup.group() + "' is no tag of these templates")
                .withHint("tags are if, elif, else, endif, for, endfor, include"));
      }
    }
    return problems;
  }

  private static Problem problem(Source template, Matcher markup, String message) {
    String before = template.text().substring(0, markup.start());
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = markup.start() - before.lastIndexOf('\n');
    return Problem.error("template-rule", message, template.at(line, column));
  }
}
