package com.cashtrace.infra.residency;

import static com.cashtrace.infra.residency.Holdings.judge;
import static com.cashtrace.infra.residency.Holdings.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of holdings. */
class JudgeProperties {

  private static final Set<String> DATED =
      Set.of(
          "approved-places-payments",
          "approved-places-payments-keys",
          "approved-places-payments-other",
          "approved-places-payments-books");

  @Property(tries = 300)
  void neverFindsAnUnknownPlaceInOrder(@ForAll("holdings") List<Holding> holdings) {
    Verdict verdict = all(holdings, LocalDate.of(2027, 1, 1));

    for (Holding holding : verdict.holdings()) {
      if (holding.where() instanceof Unknown && holding.role() != Role.METADATA) {
        assertThat(of(verdict, holding)).contains(Exposure.UNKNOWN).doesNotContain(Exposure.OK);
        assertThat(verdict.fails()).isTrue();
      }
    }
  }

  @Property(tries = 300)
  void neverFindsMoreOfADatedRuleOnAnEarlierDay(
      @ForAll("holdings") List<Holding> holdings,
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other) {
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = one.isBefore(other) ? other : one;

    Verdict before = all(holdings, earlier);
    Verdict after = all(holdings, later);

    assertThat(failures(after)).containsAll(failures(before));
    assertThat(after.exposure()).isLessThanOrEqualTo(before.exposure());
  }

  @Property(tries = 200)
  void saysTheSameInWhateverOrderTheHoldingsCome(
      @ForAll("holdings") List<Holding> holdings, @ForAll Random random) {
    List<Holding> shuffled = new java.util.ArrayList<>(holdings);
    Collections.shuffle(shuffled, random);

    assertThat(all(shuffled, LocalDate.of(2026, 11, 22)))
        .isEqualTo(all(holdings, LocalDate.of(2026, 11, 22)));
  }

  @Property(tries = 300)
  void findsEveryStoreOfPersonalDataOutsideAfrica(
      @ForAll("holdings") List<Holding> holdings, @ForAll("protectedClasses") DataClass data) {
    Holding planted = Holdings.planned("planted.here", Role.PLACEMENT, Holdings.IRELAND, data);
    List<Holding> all = new java.util.ArrayList<>(holdings);
    all.add(planted);

    Verdict verdict = judge(all, register(Map.of()), Holdings.BEFORE, "african-regions");

    assertThat(of(verdict, planted)).contains(Exposure.VIOLATION);
  }

  @Property(tries = 200)
  void findsNothingWhereEverythingIsInNigeria(@ForAll("classes") Set<DataClass> classes) {
    for (Aspect aspect : Aspect.values()) {
      Subject subject = new Subject("a.b", "a", null, "a.b", null);
      Holding holding =
          new Holding(
              subject, classes, aspect, Role.PLACEMENT, Holdings.LAGOS, Holdings.AWS, "is there");
      if (!classes.isEmpty()) {
        assertThat(all(List.of(holding), LocalDate.of(2030, 1, 1)).problems()).isEmpty();
      }
    }
  }

  private static Verdict all(List<Holding> holdings, LocalDate asOf) {
    return judge(
        holdings,
        register(Map.of()),
        asOf,
        "african-regions",
        "ng-payments",
        "ng-sovereign",
        "ng-telecom");
  }

  private static List<Exposure> of(Verdict verdict, Holding holding) {
    return verdict.findings().stream()
        .filter(finding -> finding.holding().equals(holding))
        .map(Finding::exposure)
        .toList();
  }

  /** What a dated rule fails. */
  private static List<String> failures(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> DATED.contains(finding.rule()) && finding.fails())
        .map(finding -> finding.rule() + " " + finding.holding())
        .toList();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 400)
        .map(days -> LocalDate.of(2026, 10, 1).plusDays(days));
  }

  @Provide
  Arbitrary<DataClass> protectedClasses() {
    return Arbitraries.of(DataClass.values())
        .filter(data -> data != DataClass.PUBLIC && data != DataClass.OPERATIONAL);
  }

  @Provide
  Arbitrary<Set<DataClass>> classes() {
    return Arbitraries.of(DataClass.values()).set().ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Holding>> holdings() {
    Arbitrary<Whereabouts> places =
        Arbitraries.of(
            Holdings.CAPE_TOWN,
            Holdings.LAGOS,
            Holdings.IRELAND,
            new Known("gcp", "africa-south1", "africa-south1-a", "ZA"),
            new Known("Paystack", null, null, "NG"),
            new Worldwide("CloudFront edges"),
            new Unknown("it is set when the plan is applied"));
    Arbitrary<Subject> subjects =
        Arbitraries.of(
            new Subject("databases.main", "databases", null, "databases.main", null),
            new Subject("aws_s3_bucket.b", "aws_s3_bucket", "bucket", null, null),
            new Subject("module.x.aws_sqs_queue.q", "aws_sqs_queue", null, "services.api", null));
    return Combinators.combine(
            subjects,
            classes(),
            Arbitraries.of(Aspect.values()),
            Arbitraries.of(Role.values()),
            places)
        .as((s, c, a, r, w) -> new Holding(s, c, a, r, w, Holdings.AWS, "is or goes there"))
        .list()
        .ofMaxSize(8);
  }
}
