package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as the comment of a pull request. Whatever may hold foreign text stands in a code block,
 * where it can neither be markup nor call a person.
 */
public final class PlanMarkdown implements PlanReport.Format {

  /** GitHub refuses a longer comment; counted in characters. */
  static final int LONGEST = 65_536;

  /** Kept for the line that says what was left out. */
  private static final int RESERVE = 200;

  @Override
  public void write(PlanReport value, Appendable out) throws IOException {
    var text = new StringBuilder();
    text.append(marker(value.environment())).append('\n');
    text.append("### Plan of `").append(value.environment()).append("`\n\n");
    text.append(value.totals()).append("\n\n");
    value.places().ifPresent(line -> text.append(MarkdownText.cell(line)).append("\n\n"));
    KeptPlan kept = value.kept();
    if (kept != null) {
      text.append("Kept as ").append(MarkdownText.cell(kept.name())).append("\n\n");
    }
    text.append("**").append(value.verdict()).append("**\n");
    List<String> parts = new ArrayList<>();
    parts.addAll(problems(value.problems()));
    parts.add(table(value.summary().components()));
    value.summary().components().stream()
        .filter(component -> component.counts().hasChanges())
        .map(PlanMarkdown::details)
        .forEach(parts::add);
    parts.add(made(value));
    out.append(cut(text, parts));
  }

  /** The first line, by which a later run finds the comment and replaces it. */
  static String marker(String environment) {
    return "<!-- cashtrace-infra plan " + environment + " -->";
  }

  /** As many whole parts as fit, so that every block that is opened is closed. */
  private static String cut(StringBuilder text, List<String> parts) {
    int left = 0;
    for (String part : parts) {
      if (text.length() + part.length() > LONGEST - RESERVE) {
        left++;
      } else {
        text.append('\n').append(part);
      }
    }
    if (left > 0) {
      text.append("\nThe rest does not fit here: ").append(left);
      text.append(left == 1 ? " part" : " parts");
      text.append(" left out. The text and JSON forms hold everything.\n");
    }
    return text.toString();
  }

  private static List<String> problems(List<Problem> problems) throws IOException {
    List<String> parts = new ArrayList<>();
    for (Problem problem : problems) {
      var text = new StringBuilder();
      new ProblemText(false).append(problem, text);
      parts.add(block("text", text.toString()));
    }
    return parts;
  }

  private static String table(List<ComponentSummary> components) {
    var text = new StringBuilder("| component | changes | has |\n|---|---|---|\n");
    for (ComponentSummary component : components) {
      text.append("| ").append(MarkdownText.cell(component.name()));
      text.append(" | ").append(PlanWords.counts(component.counts()));
      text.append(" | ").append(MarkdownText.cell(PlanWords.sizes(component))).append(" |\n");
    }
    return text.toString();
  }

  private static String details(ComponentSummary component) {
    var lines = new StringBuilder();
    for (PlannedChange change : component.changes()) {
      lines.append(diffMark(change)).append(' ').append(SafeText.of(PlanWords.headline(change)));
      lines.append('\n');
      for (String difference : PlanWords.differences(change)) {
        lines.append("      ").append(SafeText.of(difference)).append('\n');
      }
    }
    String notes =
        component.notes().stream().map(note -> "! " + note + "\n").collect(Collectors.joining());
    return "<details><summary>"
        + MarkdownText.cell(component.name())
        + ": "
        + PlanWords.counts(component.counts())
        + "</summary>\n\n"
        + block("diff", lines + notes)
        + "\n</details>\n";
  }

  /** GitHub colours lines of a diff by their first character. */
  private static char diffMark(PlannedChange change) {
    return switch (change.action()) {
      case CREATE -> '+';
      case DELETE, FORGET -> '-';
      case REPLACE, UPDATE -> '!';
      case READ, NO_OP -> '#';
    };
  }

  private static String made(PlanReport value) {
    List<String> lines = new ArrayList<>();
    lines.add("terraform " + value.summary().header().terraformVersion());
    lines.add(value.provider());
    lines.addAll(value.arguments());
    String content = lines.stream().map(SafeText::of).collect(Collectors.joining("\n", "", "\n"));
    return "<details><summary>How it was made</summary>\n\n"
        + block("text", content)
        + "\n</details>\n";
  }

  /** A code block whose fence is longer than any run of backticks in it. */
  static String block(String language, String content) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < content.length(); i++) {
      run = content.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + language + "\n" + content + fence + "\n";
  }
}
