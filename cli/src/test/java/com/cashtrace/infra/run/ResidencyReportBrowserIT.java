package com.cashtrace.infra.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.report.ResidencyHtml;
import com.cashtrace.infra.report.ResidencyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a browser, as its readers do. */
class ResidencyReportBrowserIT {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** Regions and references that go over the end of a line. */
  private static final String BROKEN =
      "[...document.querySelectorAll('code.whole')].filter(c => c.getClientRects().length > 1)"
          + ".length";

  // a browser that was killed may still write to its profile
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private Chromium browser;

  @BeforeEach
  void start() throws Exception {
    browser = Chromium.start(Files.createDirectories(folder.resolve("profile")));
  }

  @AfterEach
  void end() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void readsAtTheWidthOfADeskAndOfATelephone() throws Exception {
    for (ResidencyReport report :
        new ResidencyReport[] {
          ResidencyReportTest.reference("production", DAY),
          ResidencyCases.shop(DAY),
          ResidencyCases.hostile(DAY)
        }) {
      Path file = written(report);
      for (int width : new int[] {1280, 900, 390}) {
        browser.size(width, 844, width == 390);
        browser.show(file);
        assertThat(browser.console()).as("console at %s", width).isEmpty();
        assertThat(browser.requests()).containsExactly(file.toUri().toString());
        assertThat(browser.value(OVERFLOW).asInt()).as("overflow at %s", width).isZero();
        assertThat(browser.value("document.scripts.length").asInt()).isZero();
        assertThat(browser.value(BROKEN).asInt()).as("broken regions at %s", width).isZero();
        assertThat(browser.heard("table"))
            .as("tables that are heard at %s", width)
            .isEqualTo(browser.value("document.querySelectorAll('table').length").asLong());
        assertThat(browser.heard("columnheader")).isPositive();
        assertThat(browser.heard("rowheader")).isPositive();
      }
    }
  }

  @Test
  void printsOnPagesOfA4() throws Exception {
    browser.show(written(ResidencyReportTest.reference("production", DAY)));

    byte[] pdf = browser.print();

    assertThat(new String(pdf, 0, 5, US_ASCII)).isEqualTo("%PDF-");
    String text = new String(pdf, ISO_8859_1);
    assertThat(text).containsPattern("/MediaBox \\[0 0 59[456](\\.\\d+)? 84[12](\\.\\d+)?\\]");
    assertThat(text.split("/Type /Page\\b", -1).length - 1).isBetween(6, 30);
  }

  @Test
  void wouldNoticeAPageThatLoadsOrRunsOrIsTooWide() throws Exception {
    String html = Files.readString(written(ResidencyCases.shop(DAY)));
    Path bad = folder.resolve("bad.html");
    Files.writeString(
        bad,
        html.replace(
            "</main>",
            "<script>alert(1)</script><table><tr><td><pre>"
                + "x".repeat(500)
                + "</pre></td></tr></table></main>"));
    browser.size(390, 844, false);
    browser.show(bad);
    assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(browser.value(OVERFLOW).asInt()).isPositive();

    Files.writeString(bad, "<img src='http://127.0.0.1:9/x.png'>");
    browser.show(bad);
    assertThat(browser.requests()).contains("http://127.0.0.1:9/x.png");
  }

  private Path written(ResidencyReport report) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, ResidencyReportTest.written(new ResidencyHtml(), report));
    return file;
  }
}
