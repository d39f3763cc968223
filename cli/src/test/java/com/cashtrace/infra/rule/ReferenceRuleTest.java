package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceRuleTest {

  @Test
  void findsNothingInASoundEnvironment() {
    assertThat(found("")).isEmpty();
  }

  @Test
  void rejectsAReferenceToNothingAndNamesWhatIsClose() {
    assertThat(found("services: { worker: { uses: { buckets.docs: DOCS } } }"))
        .containsExactly(
            "1:31 unknown-reference service 'worker' uses 'buckets.docs', which this environment"
                + " does not have");
    assertThat(
            new ReferenceRule()
                .check(Specs.with("services: { worker: { uses: { databases.mian: MAIN } } }")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.hint()).isEqualTo("did you mean 'main'?"));
  }

  @Test
  void namesAllThereIsWhereNothingIsClose() {
    assertThat(
            new ReferenceRule()
                .check(Specs.with("services: { worker: { uses: { caches.x: CACHE } } }")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.hint()).isEqualTo("caches here: sessions"));
  }

  @Test
  void rejectsAServiceThatUsesItself() {
    assertThat(found("services: { ledger: { uses: { services.ledger: SELF } } }"))
        .containsExactly("1:31 self-reference service 'ledger' uses itself");
  }

  @Test
  void rejectsTheUseOfAServiceThatTakesNoConnections() {
    assertThat(found("services: { ledger: { uses: { services.worker: W } } }"))
        .containsExactly(
            "1:31 uses-no-listener service 'ledger' uses 'services.worker', which takes no"
                + " connections");
    assertThat(found("services: { ledger: { uses: { services.digest: D } } }"))
        .containsExactly(
            "1:31 uses-no-listener service 'ledger' uses 'services.digest', which only runs on a"
                + " schedule");
  }

  @Test
  void rejectsAWaiverForNothing() {
    String waiver =
        """
        residency:
          waivers:
            mail:
              rule: place-not-approved
              component: services.mail
              reason: r
              legalBasis: l
              approver: a
              expires: 2027-01-01
        """;
    assertThat(found(waiver))
        .containsExactly(
            "5:18 unknown-reference waiver 'mail' is for 'services.mail', which this environment"
                + " does not have");
    assertThat(found(waiver.replace("services.mail", "services.api"))).isEmpty();
  }
}
