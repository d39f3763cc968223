package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that terraform found wrong, in its own words.
 *
 * @param severity error or warning
 * @param summary one line
 * @param detail more of it, perhaps several lines; empty where there is none
 * @param address the resource, or whatever else in the plan it is about; null where terraform names
 *     none
 * @param location the place in the rendered root, with a path below that root; null if there is
 *     none
 */
public record Diagnostic(
    Severity severity,
    String summary,
    String detail,
    @Nullable String address,
    @Nullable Location location) {

  /** True if terraform gave up because of it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same as a problem on one line, {@code terraform-error} or {@code terraform-warning}. */
  public Problem problem() {
    return problem(null);
  }

  /** The same with advice of ours. */
  Problem problem(@Nullable String hint) {
    String subject = address == null ? "" : address + ": ";
    String text = detail.isBlank() ? summary : summary + ": " + detail;
    String message = "terraform: " + subject + text.strip().replaceAll("\\s+", " ");
    return new Problem(severity, "terraform-" + severity.word(), message, location, hint);
  }
}
