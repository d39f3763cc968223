package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Processor.African;
import com.cashtrace.infra.place.Processor.Certainty;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {

  private final Processors processors = Processors.read(Resources.packaged());

  @Test
  void knowsACompanyByItsKeyAndByItsNameInAnyCase() {
    assertThat(processors.of("new-relic")).isPresent().isEqualTo(processors.of("NEW RELIC"));
    assertThat(processors.of("nobody")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hooks.slack.com, slack",
    "SLACK.COM, slack",
    "intake.logs.datadoghq.eu, datadog",
    "o1.ingest.de.sentry.io, sentry"
  })
  void knowsACompanyByItsHost(String host, String key) {
    assertThat(processors.ofHost(host)).map(Processor::key).contains(key);
  }

  @Test
  void knowsNoCompanyOfAnotherHost() {
    assertThat(processors.ofHost("notslack.com")).isEmpty();
    assertThat(processors.ofHost("")).isEmpty();
  }

  @Test
  void assertsNothingThatNoSourceSays() {
    assertThat(processors.all())
        .allSatisfy(
            one -> {
              boolean unknown = one.certainty() == Certainty.UNKNOWN;
              assertThat(one.african() == African.UNKNOWN).as(one.key()).isEqualTo(unknown);
              assertThat(one.source() == null).as(one.key()).isEqualTo(unknown);
              if (unknown) {
                assertThat(one.countries()).as(one.key()).isEmpty();
                assertThat(one.hostCountries()).as(one.key()).isEmpty();
              }
            });
  }

  @Test
  void givesEveryHostToOneCompany() {
    List<String> hosts = new ArrayList<>();
    processors.all().forEach(one -> hosts.addAll(one.hosts()));
    assertThat(hosts).doesNotHaveDuplicates();
  }

  @Test
  void namesACompanyOnlyAfricanIfItsCountriesAgree() {
    assertThat(processors.all())
        .filteredOn(one -> one.african() == African.NO)
        .allSatisfy(one -> assertThat(one.countries()).as(one.key()).doesNotContain("ZA", "NG"));
    assertThat(processors.all())
        .filteredOn(one -> one.african() == African.YES)
        .allSatisfy(one -> assertThat(one.countries()).as(one.key()).contains("ZA"));
  }

  @Test
  void neverTakesACompanyForApprovedThatCouldBeAnywhere() {
    assertThat(where("elastic-cloud")).isInstanceOf(Whereabouts.Unknown.class);
    assertThat(where("paystack")).isInstanceOf(Whereabouts.Unknown.class);
    assertThat(where("slack")).isInstanceOf(Whereabouts.Worldwide.class);
    assertThat(where("supabase")).isInstanceOf(Whereabouts.Worldwide.class);
  }

  private Whereabouts where(String key) {
    return processors.of(key).orElseThrow().where();
  }
}
