package com.cashtrace.infra.rule;

import java.util.List;
import java.util.Optional;

/**
 * Schedule expressions of EventBridge Scheduler. The schema has checked their form; here their
 * numbers are checked.
 */
final class Schedule {

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private static final List<CronField> FIELDS =
      List.of(
          new CronField("minute", 0, 59, List.of(), ""),
          new CronField("hour", 0, 23, List.of(), ""),
          new CronField("day of month", 1, 31, List.of(), "L|LW|[0-9]+W"),
          new CronField("month", 1, 12, MONTHS, ""),
          new CronField("day of week", 1, 7, DAYS, "L|[0-9A-Z]+(L|#[1-5])"),
          new CronField("year", 1970, 2199, List.of(), ""));

  private Schedule() {}

  /** What is wrong with an expression, as the end of a sentence about it. */
  static Optional<String> fault(String expression) {
    String inner = expression.substring(expression.indexOf('(') + 1, expression.length() - 1);
    String[] parts = inner.split(" +", -1);
    if (expression.startsWith("rate")) {
      return parts[0].length() > 9
          ? Optional.of("has a number of more than nine digits")
          : Optional.empty();
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      Optional<String> fault = FIELDS.get(i).fault(parts[i]);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }
}
