package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 6 * * ? *)",
        "cron(0/15 * * * ? *)",
        "cron(0 8 1 * ? *)",
        "cron(0 18 ? * MON-FRI *)",
        "cron(30 4 ? JAN,MAR-MAY 2#1 2026-2030)",
        "cron(0 0 L * ? *)",
        "cron(0 0 LW * ? *)",
        "cron(0 0 15W * ? *)",
        "cron(0 0 ? * 6L *)",
        "cron(0 0 ? * FRIL *)",
        "cron(5,35 0-23/2 */3 1-12 ? 1970/1)",
        "rate(1 minute)",
        "rate(15 days)",
      })
  void takesTimesThatCome(String schedule) {
    assertThat(found("services: { digest: { schedule: \"" + schedule + "\" } }")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(60 6 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 6 0 * ? *)",
        "cron(0 6 32 * ? *)",
        "cron(0 6 * 13 ? *)",
        "cron(0 6 ? * 8 *)",
        "cron(0 6 ? * 0 *)",
        "cron(0 6 ? * MOON *)",
        "cron(0 6 ? * 2#6 *)",
        "cron(0 6 ? * 9L *)",
        "cron(0 6 40W * ? *)",
        "cron(0 6 * * ? 1969)",
        "cron(0 6 * * ? 2200)",
        "cron(0/0 6 * * ? *)",
        "cron(20-10 6 * * ? *)",
        "cron(1-2-3 6 * * ? *)",
        "cron(1/2/3 6 * * ? *)",
        "cron(5, 6 * * ? *)",
        "rate(12345678901 days)",
      })
  void rejectsTimesThatNeverCome(String schedule) {
    assertThat(found("services: { digest: { schedule: \"" + schedule + "\" } }"))
        .singleElement()
        .asString()
        .startsWith("1:33 schedule-invalid the schedule '" + schedule + "' has ");
  }

  @Test
  void tellsTheFieldAndItsRange() {
    assertThat(found("services: { digest: { schedule: \"cron(0 6 ? * 1,8 *)\" } }"))
        .containsExactly(
            "1:33 schedule-invalid the schedule 'cron(0 6 ? * 1,8 *)' has '8' as the day of week,"
                + " which goes from 1 to 7 or SUN to SAT");
  }

  @Test
  void rejectsWhatOnlyARunningServiceHas() {
    List<String> problems =
        found(
            """
            services:
              digest:
                listen: { port: 80 }
                scaling: { max: 2 }
                rollout: { strategy: canary }
                health: { path: /x }
                uses: { services.ledger: LEDGER }
            """);
    assertThat(problems)
        .containsExactly(
            "3:5 schedule-with-listen service 'digest' runs on a schedule and takes no connections",
            "4:5 schedule-unused service 'digest' runs on a schedule, where scaling means nothing",
            "5:5 schedule-unused service 'digest' runs on a schedule, where rollout means nothing",
            "6:5 schedule-unused service 'digest' runs on a schedule, where health means nothing",
            "7:13 schedule-service-connect service 'digest' runs on a schedule, outside Service"
                + " Connect, and uses 'services.ledger'");
  }
}
