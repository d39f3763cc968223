package com.cashtrace.infra.report;

import com.cashtrace.infra.residency.Exposure;
import java.io.IOException;
import java.util.List;

/** The verdicts for a person at a terminal; the other forms hold the whole report. */
public final class ResidencyText implements ResidencyFormat {

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    for (ResidencyChapter chapter : report.chapters()) {
      ResidencyVerdict verdict = chapter.verdict();
      line(
          out,
          chapter.name()
              + " ("
              + chapter.origin().word()
              + ", as of "
              + report.asOf()
              + "): "
              + verdict.exposure().word()
              + ", "
              + ResidencyWords.headline(chapter));
      for (ResidencyVerdict each : chapter.profiles()) {
        String profile = each.profile() == null ? "always" : each.profile();
        line(
            out,
            "  " + profile + ": " + each.exposure().word() + ", " + ResidencyWords.headline(each));
      }
      line(out, "  may change by itself on: " + ResidencyWords.changes(verdict.changesOn()));
      List<ResidencySpot> places =
          chapter.stores().stream().flatMap(s -> s.places().stream()).toList();
      line(
          out,
          "  "
              + ResidencyWords.count(chapter.stores().size(), "store")
              + " in: "
              + String.join(", ", ResidencyWords.lands(places)));
      line(out, "  transfers out of Nigeria: " + ResidencyWords.recorded(chapter));
      if (chapter.evidence().trail() != null) {
        line(out, "  audit trail: " + new ResidencyTrailOutline(chapter.evidence().trail()).line());
      }
      remarks(chapter, out);
      notices(chapter, out);
    }
  }

  private static void notices(ResidencyChapter chapter, Appendable out) throws IOException {
    for (ResidencyChapter.Notice notice : chapter.notices()) {
      String label = notice.severity().word() + "[" + notice.code() + "]: ";
      line(out, "  " + label + notice.message());
    }
  }

  private static void remarks(ResidencyChapter chapter, Appendable out) throws IOException {
    for (ResidencyRemark remark : chapter.remarks()) {
      if (remark.exposure().compareTo(Exposure.UNCLEAR) <= 0) {
        String label = remark.exposure().word() + "[" + remark.rule() + "]: ";
        line(out, "  " + label + remark.message() + waived(remark));
      }
    }
  }

  private static String waived(ResidencyRemark remark) {
    return remark.waiver() == null ? "" : " (accepted by waiver '" + remark.waiver() + "')";
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(SafeText.of(text)).append('\n');
  }
}
