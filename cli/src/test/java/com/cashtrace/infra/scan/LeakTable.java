package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.residency.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scan and the judge said of every row. */
final class LeakTable {

  private static final Set<Exposure> ALARMS =
      Set.of(Exposure.VIOLATION, Exposure.UNKNOWN, Exposure.UPCOMING, Exposure.UNCLEAR);

  private final LeakJudge judge = new LeakJudge(Resources.packaged());
  private final LeakCases cases;
  private final Map<String, String> missed = new TreeMap<>();
  private final Map<String, String> falseAlarms = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private int asked;

  private LeakTable(LeakCases cases) {
    this.cases = cases;
  }

  /** Judges every row. */
  static LeakTable of(List<Leak> leaks, ProviderSchema schema) {
    LeakTable table = new LeakTable(new LeakCases(schema));
    leaks.forEach(table::judge);
    return table;
  }

  private void judge(Leak leak) {
    Set<String> always = alarms(judge.judge(LeakCases.base(leak)));
    cases.foreign(leak).forEach(each -> leaks(leak, each, always));
    cases.twins(leak).forEach(twin -> staysSilent(leak, twin, always));
  }

  private void leaks(Leak leak, LeakCases.Case each, Set<String> always) {
    List<LeakJudge.Said> said = judge.judge(each.plan());
    boolean hit = said.stream().anyMatch(s -> s.is(each.expected()) && s.isOf(leak, always));
    String there = said.stream().filter(s -> s.isAt(leak.path())).toList().toString();
    asked++;
    if (!hit) {
      missed.put(name(leak, each.name()), "wanted " + each.expected() + ", said " + there);
    }
    line(leak, each.name(), hit ? "found" : "MISSED", there);
  }

  private void staysSilent(Leak leak, LeakCases.Twin twin, Set<String> always) {
    Set<String> extra = new TreeSet<>(alarms(judge.judge(twin.plan())));
    extra.removeAll(always);
    if (!extra.isEmpty()) {
      falseAlarms.put(name(leak, twin.name()), extra.toString());
    }
    line(leak, twin.name(), extra.isEmpty() ? "silent" : "FALSE ALARM", extra.toString());
  }

  /** What is said of the resource, apart from those beside it. */
  private static Set<String> alarms(List<LeakJudge.Said> said) {
    return said.stream()
        .filter(s -> ALARMS.contains(s.exposure()) && s.address().endsWith(".this"))
        .map(LeakJudge.Said::toString)
        .collect(Collectors.toSet());
  }

  private static String name(Leak leak, String of) {
    return leak + " (" + of + ")";
  }

  private void line(Leak leak, String of, String result, String said) {
    lines.add(String.join("\t", leak.type(), leak.path(), of, result, said));
  }

  /** Share of the leaks that were found by their meaning. */
  double recall() {
    return (double) found() / asked;
  }

  /** Share of true ones among what was raised. */
  double precision() {
    return (double) found() / (found() + falseAlarms.size());
  }

  private int found() {
    return asked - missed.size();
  }

  /** Leaks that were not found, by row and case. */
  Map<String, String> missed() {
    return missed;
  }

  /** Twins of which something was said, by row and case. */
  Map<String, String> falseAlarms() {
    return falseAlarms;
  }

  /** Every case with its result. */
  List<String> lines() {
    return lines;
  }

  @Override
  public String toString() {
    return String.format(
        "%d of %d found, %d false%n%s%n%s",
        found(), asked, falseAlarms.size(), missed, falseAlarms);
  }
}
