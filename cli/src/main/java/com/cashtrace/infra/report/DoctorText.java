package com.cashtrace.infra.report;

import com.cashtrace.infra.doctor.Check;
import com.cashtrace.infra.doctor.Examination;
import com.cashtrace.infra.doctor.Status;
import java.io.IOException;

/**
 * What doctor found, as a person reads it: a line for each check, with the fix below it.
 *
 * @param colour true to use the colours of a terminal
 */
public record DoctorText(boolean colour) {

  private static final int INDENT = Status.PROBLEM.word().length() + 2;

  /** Writes all checks and a line that counts. */
  public void write(Examination examination, Appendable out) throws IOException {
    for (Check check : examination.checks()) {
      String word = check.status().word();
      out.append(styled(check.status())).append(" ".repeat(INDENT - word.length()));
      out.append(SafeText.of(check.name() + ": " + check.detail())).append('\n');
      if (check.fix() != null) {
        out.append(" ".repeat(INDENT)).append("fix: ").append(SafeText.of(check.fix()));
        out.append('\n');
      }
    }
    out.append(summary(examination)).append('\n');
  }

  private static String summary(Examination examination) {
    int problems = examination.count(Status.PROBLEM);
    int warnings = examination.count(Status.WARNING);
    return counted(examination.checks().size(), "check")
        + (problems == 0 ? ", no problems" : ", " + counted(problems, "problem"))
        + (warnings == 0 ? "" : ", " + counted(warnings, "warning"));
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String styled(Status status) {
    Style style =
        switch (status) {
          case OK -> Style.GREEN;
          case WARNING -> Style.STRONG_YELLOW;
          case PROBLEM -> Style.STRONG_RED;
        };
    return style.of(status.word(), colour);
  }
}
