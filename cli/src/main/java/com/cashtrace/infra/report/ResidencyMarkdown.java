package com.cashtrace.infra.report;

import com.cashtrace.infra.report.ResidencyBlock.Bullets;
import com.cashtrace.infra.report.ResidencyBlock.Fact;
import com.cashtrace.infra.report.ResidencyBlock.Facts;
import com.cashtrace.infra.report.ResidencyBlock.Notice;
import com.cashtrace.infra.report.ResidencyBlock.Picture;
import com.cashtrace.infra.report.ResidencyBlock.Prose;
import com.cashtrace.infra.report.ResidencyBlock.Section;
import com.cashtrace.infra.report.ResidencyBlock.Table;
import com.cashtrace.infra.report.ResidencyBlock.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report as Markdown, for a wiki or a pull request; it says what the HTML form says. */
public final class ResidencyMarkdown implements ResidencyFormat {

  /** Names that hold nothing which could end a stretch of code or a cell. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._:/-]+");

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    ResidencyOutline outline = new ResidencyOutline(report);
    out.append("# ").append(ResidencyOutline.TITLE).append("\n\n");
    out.append(facts(outline.cover()));
    for (Section section : outline.sections()) {
      out.append("\n").append("#".repeat(section.depth() + 1)).append(" ");
      out.append(section.number()).append(" ").append(MarkdownText.cell(section.title()));
      out.append("\n");
      for (ResidencyBlock block : section.blocks()) {
        out.append("\n").append(text(block));
      }
    }
  }

  private static String text(ResidencyBlock block) {
    if (block instanceof Prose prose) {
      return spans(prose.text()) + "\n";
    } else if (block instanceof Notice notice) {
      String title = "> **" + MarkdownText.cell(notice.title()) + "**\n>\n";
      return title + "> " + spans(notice.text()) + "\n";
    } else if (block instanceof Bullets bullets) {
      return bullets.items().stream()
          .map(item -> "- " + spans(item) + "\n")
          .collect(Collectors.joining());
    } else if (block instanceof Facts facts) {
      return facts(facts.facts());
    } else if (block instanceof Verdict verdict) {
      String name = MarkdownText.cell(verdict.name());
      String mark = mark(verdict.exposure().word());
      return "**"
          + name
          + "** "
          + mark
          + " "
          + verdict.headline()
          + "\n\n"
          + facts(verdict.facts());
    } else if (block instanceof Table table) {
      return table(table);
    } else {
      return picture(((Picture) block).chapter());
    }
  }

  private static String facts(List<Fact> facts) {
    return facts.stream()
        .map(fact -> "- " + MarkdownText.cell(fact.name()) + ": " + spans(fact.value()) + "\n")
        .collect(Collectors.joining());
  }

  private static String table(Table table) {
    String caption = "**" + MarkdownText.cell(table.caption()) + "**";
    if (table.rows().isEmpty()) {
      return caption + ": " + MarkdownText.cell(table.empty()) + "\n";
    }
    StringBuilder text = new StringBuilder(caption).append("\n\n");
    text.append(row(table.columns()));
    text.append(row(table.columns().stream().map(column -> "---").toList()));
    for (List<List<ResidencySpan>> cells : table.rows()) {
      text.append(row(cells.stream().map(ResidencyMarkdown::spans).toList()));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** A drawing that GitHub makes from text; names of countries are the only words in it. */
  private static String picture(ResidencyChapter chapter) {
    ResidencyLanes lanes = ResidencyLanes.of(chapter);
    StringBuilder text = new StringBuilder("```mermaid\nflowchart TB\n");
    for (int i = 0; i < lanes.lanes().size(); i++) {
      text.append("  c")
          .append(i)
          .append("[\"")
          .append(lanes.lanes().get(i).land())
          .append("\"]\n");
    }
    for (ResidencyLanes.Arrow arrow : lanes.arrows()) {
      text.append("  c").append(arrow.from()).append(" -->|\"").append(arrow.numbers());
      text.append("\"| c").append(arrow.to()).append("\n");
    }
    return lanes.lanes().isEmpty() ? "" : text.append("```\n").toString();
  }

  private static String spans(List<ResidencySpan> spans) {
    return spans.stream().map(ResidencyMarkdown::span).collect(Collectors.joining());
  }

  private static String span(ResidencySpan span) {
    String text = MarkdownText.cell(span.text());
    return switch (span.style()) {
      case PLAIN, QUIET, SOURCE -> text;
      case CODE -> PLAIN_NAME.matcher(span.text()).matches() ? "`" + span.text() + "`" : text;
      case STRONG -> "**" + text + "**";
      case MARK -> mark(span.text());
      case BREAK -> "<br>";
    };
  }

  private static String mark(String word) {
    return "**[" + word + "]**";
  }
}
