package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.Change;
import java.io.IOException;

/**
 * Bootstrap as a person reads it: a line for each change while they are made, and one that counts.
 */
public final class BootstrapText {

  /** Writes one change. */
  public void write(Change change, Appendable out) throws IOException {
    if (change.setting() == null) {
      out.append("create  ").append(SafeText.of(change.resource()));
    } else {
      out.append("set     ")
          .append(SafeText.of(change.resource() + ": " + change.setting() + " " + change.to()));
      if (change.from() != null) {
        out.append(SafeText.of(" (was: " + change.from() + ")"));
      }
    }
    out.append('\n');
  }

  /** Writes the line at the end. */
  public void writeEnd(BootstrapReport report, Appendable out) throws IOException {
    int number = report.changes().size();
    String changes = number + (number == 1 ? " change" : " changes");
    String place =
        " in account " + report.place().account() + ", " + report.place().region() + "\n";
    out.append(report.place().environment()).append(": ");
    if (number == 0) {
      out.append("the state backend is as it must be").append(place);
    } else {
      out.append(report.dryRun() ? changes + " to make" : changes + " made").append(place);
    }
  }
}
