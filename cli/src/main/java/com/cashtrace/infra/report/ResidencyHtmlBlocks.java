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
import com.cashtrace.infra.residency.Exposure;
import java.util.List;
import java.util.regex.Pattern;

/** Writes sections and blocks of the report as HTML. */
final class ResidencyHtmlBlocks {

  /** As many rows as a page of paper surely takes. */
  private static final int SHORT = 8;

  private static final Pattern WHOLE = Pattern.compile("(?=.*[0-9])[A-Za-z][A-Za-z0-9-]{1,17}");

  private final HtmlText html;

  ResidencyHtmlBlocks(HtmlText html) {
    this.html = html;
  }

  void section(Section section) {
    html.open(section.depth() == 1 ? "h2" : "h3", "id", section.id());
    html.element("span", section.number(), "class", "number").text(" " + section.title());
    html.closeLine();
    section.blocks().forEach(this::block);
  }

  void block(ResidencyBlock block) {
    if (block instanceof Prose prose) {
      html.open("p");
      spans(prose.text());
      html.closeLine();
    } else if (block instanceof Notice notice) {
      html.open("div", "class", "notice", "role", "note").line();
      html.open("p").element("strong", notice.title()).closeLine().open("p");
      spans(notice.text());
      html.closeLine().closeLine();
    } else if (block instanceof Bullets bullets) {
      bullets(bullets);
    } else if (block instanceof Facts facts) {
      facts(facts.facts());
    } else if (block instanceof Verdict verdict) {
      verdict(verdict);
    } else if (block instanceof Table table) {
      table(table);
    } else if (block instanceof Picture picture) {
      picture(picture);
    }
  }

  private void bullets(Bullets bullets) {
    html.open("ul").line();
    for (List<ResidencySpan> item : bullets.items()) {
      html.open("li");
      spans(item);
      html.closeLine();
    }
    html.closeLine();
  }

  private void facts(List<Fact> facts) {
    html.open("dl").line();
    for (Fact fact : facts) {
      html.open("div").element("dt", fact.name()).open("dd");
      spans(fact.value());
      html.close().closeLine();
    }
    html.closeLine();
  }

  private void verdict(Verdict verdict) {
    html.open("div", "class", "verdict " + verdict.exposure().word()).line();
    html.open("p", "class", "headline");
    html.element("span", verdict.name(), "class", "name").text(" ");
    mark(verdict.exposure().word());
    html.text(" ").element("span", verdict.headline()).closeLine();
    facts(verdict.facts());
    html.closeLine();
  }

  /** Roles stand beside the elements because narrow screens show rows as blocks, without them. */
  private void table(Table table) {
    if (table.rows().isEmpty()) {
      html.open("p", "class", "none").element("strong", table.caption() + ".");
      html.text(" " + table.empty()).closeLine();
      return;
    }
    // a short table stays on one page of paper
    String length = table.rows().size() <= SHORT ? "short" : "long";
    html.open("table", "role", "table", "class", length).line();
    html.element("caption", table.caption()).line();
    html.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (String column : table.columns()) {
      html.element("th", column, "scope", "col", "role", "columnheader");
    }
    html.close().closeLine().open("tbody", "role", "rowgroup").line();
    table.rows().forEach(row -> row(table.columns(), row));
    html.closeLine().closeLine();
  }

  private void row(List<String> columns, List<List<ResidencySpan>> cells) {
    html.open("tr", "role", "row");
    for (int i = 0; i < cells.size(); i++) {
      if (i == 0) {
        html.open("th", "scope", "row", "role", "rowheader", "data-label", columns.get(i));
      } else {
        html.open("td", "role", "cell", "data-label", columns.get(i));
      }
      html.open("div");
      spans(cells.get(i));
      html.close().close();
    }
    html.closeLine();
  }

  private void picture(Picture picture) {
    ResidencyLanes lanes = ResidencyLanes.of(picture.chapter());
    if (lanes.lanes().isEmpty()) {
      return;
    }
    html.open("figure").line();
    new ResidencyPicture(picture.id(), lanes).write(html);
    html.element(
            "figcaption",
            "Countries with what is in them. Numbers name the rows of the table that follows. A"
                + " broken border means that it is not one known country.")
        .line();
    html.closeLine();
  }

  private void spans(List<ResidencySpan> spans) {
    for (ResidencySpan span : spans) {
      switch (span.style()) {
        case PLAIN -> html.text(span.text());
        case STRONG -> html.element("strong", span.text());
        case CODE -> code(span.text());
        case QUIET -> html.element("small", span.text());
        case MARK -> mark(span.text());
        case SOURCE -> source(span.text());
        case BREAK -> html.empty("br");
      }
    }
  }

  /** A region or a reference stays on one line: broken at a hyphen it reads as two. */
  private void code(String text) {
    if (WHOLE.matcher(text).matches()) {
      html.element("code", text, "class", "whole");
    } else {
      html.element("code", text);
    }
  }

  private void source(String text) {
    if (text.startsWith("https://")) {
      html.element("a", text, "href", text, "rel", "noreferrer");
    } else {
      html.text(text);
    }
  }

  private void mark(String word) {
    html.open("span", "class", "mark " + word);
    html.element("span", sign(word), "aria-hidden", "true").text(" " + word).close();
  }

  /** A sign of its own for each word: neither colour nor eyesight for it is needed. */
  private static String sign(String word) {
    for (Exposure exposure : Exposure.values()) {
      if (exposure.word().equals(word)) {
        return switch (exposure) {
          case VIOLATION -> "\u2716";
          case UNKNOWN -> "?";
          case UPCOMING -> "\u25B2";
          case UNCLEAR -> "\u25C7";
          case EXCEPTION -> "\u25CB";
          case GLOBAL_METADATA -> "\u00B7";
          case OK -> "\u2713";
        };
      }
    }
    return "";
  }
}
