package com.cashtrace.infra.report;

import com.cashtrace.infra.report.ResidencyLanes.Arrow;
import com.cashtrace.infra.report.ResidencyLanes.Lane;
import com.cashtrace.infra.report.ResidencyLanes.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Data flows as SVG: one box for each country below the other, arrows between them. It needs no
 * colour: what is not one known country has a broken border, and every arrow has a number.
 *
 * @param id anchor, unique in the document
 * @param lanes what is shown
 */
record ResidencyPicture(String id, ResidencyLanes lanes) {

  private static final int WIDTH = 392;
  private static final int HEAD = 36;
  private static final int GAP = 54;
  private static final int LINE = 22;
  private static final int NAMES = 17;
  private static final int GUTTER = 30;

  void write(HtmlText html) {
    List<Integer> tops = tops();
    long gutters = lanes.arrows().stream().filter(arrow -> !isNext(arrow)).count();
    int width = WIDTH + 16 + (int) gutters * GUTTER;
    int height = tops.get(tops.size() - 1) - GAP + 8;
    String described = id + "-title " + id + "-desc";
    String box = "0 0 " + width + " " + height;
    html.open("svg", "viewBox", box, "role", "img", "aria-labelledby", described);
    html.line().element("title", "Data flows by country", "id", id + "-title");
    html.element("desc", description(), "id", id + "-desc").line();
    html.raw(
        "<defs><marker id=\""
            + id
            + "-head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
            + " markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">"
            + "<path class=\"head\" d=\"M0 0L10 5L0 10z\"/></marker></defs>\n");
    for (int i = 0; i < lanes.lanes().size(); i++) {
      lane(html, lanes.lanes().get(i), tops.get(i));
    }
    arrows(html, tops);
    html.closeLine();
  }

  private static boolean isNext(Arrow arrow) {
    return Math.abs(arrow.from() - arrow.to()) == 1;
  }

  /** The upper edge of each lane, and one more below the last. */
  private List<Integer> tops() {
    List<Integer> tops = new ArrayList<>();
    int top = 8;
    for (Lane lane : lanes.lanes()) {
      tops.add(top);
      top += height(lane) + GAP;
    }
    tops.add(top);
    return tops;
  }

  private static int height(Lane lane) {
    int lines = lane.lines().stream().mapToInt(ResidencyPicture::height).sum();
    return HEAD + lines + 12;
  }

  private static int height(Line line) {
    return LINE + (line.names().isEmpty() ? 0 : NAMES);
  }

  private static void lane(HtmlText html, Lane lane, int top) {
    html.open("g", "class", "lane " + lane.kind().name().toLowerCase(Locale.ROOT));
    html.empty(
        "rect",
        "x",
        "8",
        "y",
        "" + top,
        "width",
        "" + WIDTH,
        "height",
        "" + height(lane),
        "rx",
        "6");
    html.element("text", lane.land(), "class", "land", "x", "24", "y", "" + (top + 25));
    int at = top + HEAD;
    for (Line line : lane.lines()) {
      sign(html, line.sign(), at + 3);
      html.element("text", line.title(), "x", "50", "y", "" + (at + 15));
      if (!line.names().isEmpty()) {
        html.element("text", line.names(), "class", "names", "x", "50", "y", "" + (at + 31));
      }
      at += height(line);
    }
    html.closeLine();
  }

  /** A small drawing, so that lines of a kind are found without reading. */
  private static void sign(HtmlText html, String sign, int y) {
    String path =
        switch (sign) {
          case "people" -> "M7 0a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7M0 15c0-8 14-8 14 0z";
          case "store" -> "M1 3c0-4 12-4 12 0v9c0 4-12 4-12 0zM1 3c0 4 12 4 12 0";
          case "work" -> "M1 2h12v11h-12zM1 5.5h12";
          case "key" -> "M4 4a3 3 0 1 1 0 6a3 3 0 1 1 0-6M7 7h7M11 7v4M14 7v3";
          case "copy" -> "M1 4h9v10h-9zM4 4v-3h9v10h-3";
          case "loop" -> "M12 4a6 6 0 1 0 1 5M13 1v4h-4";
          default -> "M1 7h12M9 3l4 4l-4 4";
        };
    html.raw("<path class=\"sign\" transform=\"translate(26 " + y + ")\" d=\"" + path + "\"/>");
  }

  private void arrows(HtmlText html, List<Integer> tops) {
    int gutter = 0;
    for (Arrow arrow : lanes.arrows()) {
      if (isNext(arrow)) {
        straight(html, arrow, tops);
      } else {
        around(html, arrow, tops, gutter++);
      }
    }
  }

  private void straight(HtmlText html, Arrow arrow, List<Integer> tops) {
    boolean down = arrow.to() > arrow.from();
    int upper = Math.min(arrow.from(), arrow.to());
    int begin = tops.get(upper + 1) - GAP;
    int end = tops.get(upper + 1);
    int x = down ? 140 : 270;
    path(html, down ? "M" + x + " " + begin + "V" + end : "M" + x + " " + end + "V" + begin);
    label(html, arrow, x, (begin + end) / 2 - 3);
  }

  private void around(HtmlText html, Arrow arrow, List<Integer> tops, int gutter) {
    int x = WIDTH + 8 + GUTTER * gutter + GUTTER / 2;
    int begin = tops.get(arrow.from()) + 18 + 6 * gutter;
    int end = tops.get(arrow.to()) + 18 + 6 * gutter;
    path(html, "M" + (WIDTH + 8) + " " + begin + "H" + x + "V" + end + "H" + (WIDTH + 8));
    label(html, arrow, x, (begin + end) / 2);
  }

  private void path(HtmlText html, String path) {
    html.empty("path", "class", "flow", "marker-end", "url(#" + id + "-head)", "d", path);
  }

  private static void label(HtmlText html, Arrow arrow, int x, int y) {
    int width = 16 + 7 * arrow.numbers().length();
    html.empty(
        "rect",
        "class",
        "number",
        "x",
        "" + (x - width / 2),
        "y",
        "" + (y - 11),
        "width",
        "" + width,
        "height",
        "22",
        "rx",
        "11");
    html.element("text", arrow.numbers(), "class", "number", "x", "" + x, "y", "" + (y + 5));
    html.line();
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (Lane lane : lanes.lanes()) {
      text.append(lane.land()).append(": ");
      List<String> titles = lane.lines().stream().map(Line::title).toList();
      text.append(String.join(", ", titles)).append(". ");
    }
    for (Arrow arrow : lanes.arrows()) {
      text.append("From ").append(lanes.lanes().get(arrow.from()).land());
      text.append(" to ").append(lanes.lanes().get(arrow.to()).land());
      text.append(": ").append(arrow.numbers()).append(". ");
    }
    return text.append("The table that follows says the same.").toString();
  }
}
