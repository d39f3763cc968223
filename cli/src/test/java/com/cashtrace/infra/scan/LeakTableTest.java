package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Plants a foreign place at every attribute that speaks of one, and an approved place in its twin,
 * and asks the scan and the judge. A row passes by its meaning, not by any finding. The whole table
 * is written to {@code target/leak-table.tsv}.
 */
class LeakTableTest {

  private static final ProviderSchema SCHEMA = ProviderSchema.read();
  private static final List<Leak> LEAKS = Leak.all();
  private static final LeakTable TABLE = LeakTable.of(LEAKS, SCHEMA);

  @Test
  void knowsWhatIsExpectedOfEveryAttributeThatSpeaksOfAPlace() {
    Set<String> known = LEAKS.stream().map(Leak::toString).collect(Collectors.toSet());
    assertThat(known).hasSameSizeAs(LEAKS);
    assertThat(AttributeTable.rows())
        .allSatisfy(row -> assertThat(known).contains(row.type() + " " + row.path()));
    assertThat(LEAKS).allSatisfy(leak -> assertThat(SCHEMA.has(leak.type(), leak.path())).isTrue());
  }

  @Test
  void findsAtLeast995OfAThousandLeaksByTheirMeaning() throws IOException {
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/leak-table.tsv"), TABLE.lines());
    assertThat(TABLE.recall()).as(TABLE.toString()).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void raisesAtMostFiveFalseAlarmsInAThousand() {
    assertThat(TABLE.precision()).as(TABLE.toString()).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void hasAReasonForEveryMissAndEveryFalseAlarm() {
    Set<String> explained =
        AttributeTable.lines("/scan/leak-misses.tsv").stream()
            .map(cells -> cells.get(0))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> wrong = new TreeSet<>(TABLE.missed().keySet());
    wrong.addAll(TABLE.falseAlarms().keySet());
    assertThat(wrong).as(TABLE.toString()).isEqualTo(explained);
  }
}
