package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a service may be: its size, its host, its checks, its tasks. */
class ServiceRulesTest {

  @Test
  void rejectsAPairThatFargateDoesNotHave() {
    assertThat(found("services:\n  worker:\n    cpu: 1\n    memory: 1GiB"))
        .containsExactly(
            "4:13 fargate-size the memory '1GiB' of service 'worker' does not go with cpu 1");
    assertThat(found("services: { worker: { cpu: 1, memory: 2048MiB } }")).isEmpty();
  }

  @Test
  void blamesTheServiceWhereTheMemoryIsADefault() {
    assertThat(
            found(
                "services:\n  batch:\n    cpu: 1\n    image: x/y\n    version: 1.0.0\n"
                    + "    handles: [public]\n    schedule: rate(1 hour)"))
        .containsExactly(
            "2:3 fargate-size the memory '512MiB' of service 'batch' does not go with cpu 1");
  }

  @Test
  void rejectsAPublicServiceWithoutAHost() {
    assertThat(found("services: { ledger: { listen: { public: true } } }"))
        .containsExactly(
            "1:23 listen-host service 'ledger' is public and has no host; it needs one in"
                + " 'dev.cashtrace.ng'");
  }

  @Test
  void rejectsAHostOfAServiceThatIsNotPublic() {
    assertThat(found("services: { ledger: { listen: { host: l.dev.cashtrace.ng } } }"))
        .containsExactly(
            "1:39 listen-host service 'ledger' has the host 'l.dev.cashtrace.ng' and is not public:"
                + " true");
  }

  @Test
  void rejectsAHostOutsideTheDomainAlsoWhereItEndsLikeIt() {
    assertThat(found("services: { api: { listen: { host: apidev.cashtrace.ng } } }"))
        .containsExactly(
            "1:36 listen-host the host 'apidev.cashtrace.ng' is not in the domain"
                + " 'dev.cashtrace.ng'");
    assertThat(found("services: { api: { listen: { host: dev.cashtrace.ng } } }")).isEmpty();
  }

  @Test
  void rejectsTheSecondServiceOfAHost() {
    assertThat(
            found("services: { ledger: { listen: { host: api.dev.cashtrace.ng, public: true } } }"))
        .containsExactly(
            "1:39 listen-host the host 'api.dev.cashtrace.ng' is that of service 'api' already");
  }

  @Test
  void rejectsAFirstHostThatIsTooLongForACertificate() {
    String host = "a".repeat(50) + ".dev.cashtrace.ng";
    assertThat(found("services: { ledger: { listen: { host: " + host + ", public: true } } }"))
        .singleElement()
        .asString()
        .startsWith("1:39 host-length the host '" + host + "' has 67 characters");
    String later = "z".repeat(50) + ".dev.cashtrace.ng";
    assertThat(found("services: { ledger: { listen: { host: " + later + ", public: true } } }"))
        .isEmpty();
  }

  @Test
  void warnsOfMoreHostsThanACertificateTakesAtFirst() {
    StringBuilder over = new StringBuilder("services:\n");
    for (int i = 0; i < 10; i++) {
      over.append(
          String.format(
              "  web%d: { image: x/y, version: 1.0.0, handles: [public], listen: { port: 80, host:"
                  + " w%d.dev.cashtrace.ng, public: true } }%n",
              i, i));
    }
    assertThat(found(over.toString()))
        .containsExactly(
            "warning 1:1 hosts-many 11 hosts share one certificate, and ACM allows 10 unless it is"
                + " asked for more");
  }

  @Test
  void rejectsAWorkerThatNobodyCanAsk() {
    assertThat(found("services:\n  worker: { health: { command: [] } }"))
        .containsExactly(
            "2:3 health-command service 'worker' takes no connections and has no health.command to"
                + " tell it works");
  }

  @Test
  void rejectsATimeoutAsLongAsTheInterval() {
    assertThat(found("services: { ledger: { health: { interval: 10s, timeout: 10s } } }"))
        .containsExactly(
            "1:57 health-timeout the timeout '10s' of service 'ledger' is not shorter than its"
                + " interval '10s'");
  }

  @Test
  void blamesTheIntervalWhereTheTimeoutIsADefault() {
    assertThat(found("services: { ledger: { health: { interval: 5s } } }"))
        .singleElement()
        .asString()
        .startsWith("1:43 health-timeout");
  }

  @Test
  void rejectsMoreTasksAtLeastThanAtMost() {
    assertThat(found("services: { ledger: { scaling: { min: 4, max: 3 } } }"))
        .containsExactly("1:39 scaling-range service 'ledger' runs at least 4 tasks and at most 3");
  }

  @Test
  void rejectsAPeakThatTheTasksCannotServe() {
    String over =
        "services: { api: { scaling: { max: 24, usersPerTask: 4000, peakUsers: 100000 } } }";
    assertThat(found(over))
        .containsExactly(
            "1:71 capacity-users 24 tasks with 4000 users each serve 96000 users, and service 'api'"
                + " has '100000' at its peak");
    assertThat(new ScalingRule().check(Specs.with(over)))
        .extracting(Problem::hint)
        .containsExactly("max has to be 25 or more");
    assertThat(found(over.replace("24", "25"))).isEmpty();
  }

  @Test
  void reckonsWithUsersBeyondTheRangeOfAnInt() {
    assertThat(
            found(
                "services: { api: { scaling: { max: 5000, usersPerTask: 1000000000, peakUsers:"
                    + " 1000000000 } } }"))
        .isEmpty();
  }

  @Test
  void rejectsAPeakThatNothingCanBeHeldAgainst() {
    assertThat(found("services: { api: { scaling: { peakUsers: 10 } } }"))
        .containsExactly(
            "1:42 capacity-users peakUsers '10' of service 'api' says nothing without usersPerTask");
  }
}
