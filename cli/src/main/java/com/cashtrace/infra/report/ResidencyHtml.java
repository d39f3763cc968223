package com.cashtrace.infra.report;

import com.cashtrace.infra.report.ResidencyBlock.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The report as one HTML file for people: nothing is loaded, nothing runs, and a policy in its head
 * forbids both, so that it may be kept and mailed.
 */
public final class ResidencyHtml implements ResidencyFormat {

  private static final String STYLE = "residency.css";

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    ResidencyOutline outline = new ResidencyOutline(report);
    List<Section> sections = outline.sections();
    HtmlText html = new HtmlText();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    head(html, outline, style());
    html.open("body").line();
    html.element("a", "Skip to the verdict", "class", "skip", "href", "#verdict").line();
    cover(html, outline);
    contents(html, sections);
    html.open("main").line();
    ResidencyHtmlBlocks blocks = new ResidencyHtmlBlocks(html);
    for (Section section : sections) {
      boolean chief = section.depth() == 1;
      html.open("section", "class", chief ? "chief" : "part", "aria-labelledby", section.id());
      html.line();
      blocks.section(section);
      html.closeLine();
    }
    html.closeLine();
    footer(html, report);
    html.closeLine().closeLine();
    out.append(html.toString());
  }

  private static void head(HtmlText html, ResidencyOutline outline, String style) {
    html.open("head").line();
    html.empty("meta", "charset", "utf-8").line();
    String policy =
        "default-src 'none'; style-src 'sha256-"
            + ResidencyDigest.base64(style)
            + "'; img-src data:; base-uri 'none'; form-action 'none'";
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.empty("meta", "name", "referrer", "content", "no-referrer").line();
    // without it a browser asks the server for an icon
    html.empty("link", "rel", "icon", "href", "data:,").line();
    html.element("title", ResidencyOutline.TITLE + ": " + outline.subject()).line();
    html.open("style").raw(style).closeLine();
    html.closeLine();
  }

  private static void cover(HtmlText html, ResidencyOutline outline) {
    html.open("header", "class", "cover").line();
    html.element("p", "cashtrace-infra", "class", "maker").line();
    html.element("h1", ResidencyOutline.TITLE).line();
    new ResidencyHtmlBlocks(html).block(new ResidencyBlock.Facts(outline.cover()));
    html.closeLine();
  }

  private static void contents(HtmlText html, List<Section> sections) {
    html.open("nav", "aria-labelledby", "contents").line();
    html.element("h2", "Contents", "id", "contents").line().open("ol").line();
    for (Section section : sections) {
      html.open("li", "class", section.depth() == 1 ? "chief" : "part");
      html.open("a", "href", "#" + section.id());
      html.element("span", section.number(), "class", "number").text(" " + section.title());
      html.close().closeLine();
    }
    html.closeLine().closeLine();
  }

  private static void footer(HtmlText html, ResidencyReport report) throws IOException {
    StringBuilder json = new StringBuilder();
    new ResidencyJson().write(report, json);
    html.open("footer").line();
    html.open("p").text("The JSON form of this report has the SHA-256 ");
    html.element("code", ResidencyDigest.hex(json.toString())).text(".").closeLine();
    html.element(
            "p",
            "Made by cashtrace-infra "
                + report.programVersion()
                + " for "
                + report.asOf()
                + ". This file loads nothing and runs nothing.")
        .line();
    html.closeLine();
  }

  private static String style() {
    try (InputStream in = ResidencyHtml.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(in, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
