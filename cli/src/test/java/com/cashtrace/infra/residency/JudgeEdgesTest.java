package com.cashtrace.infra.residency;

import static com.cashtrace.infra.environment.DataClass.OPERATIONAL;
import static com.cashtrace.infra.environment.DataClass.PAYMENT;
import static com.cashtrace.infra.environment.DataClass.PERSONAL;
import static com.cashtrace.infra.environment.DataClass.SOVEREIGN;
import static com.cashtrace.infra.residency.Holdings.BEFORE;
import static com.cashtrace.infra.residency.Holdings.BINDING;
import static com.cashtrace.infra.residency.Holdings.CAPE_TOWN;
import static com.cashtrace.infra.residency.Holdings.IRELAND;
import static com.cashtrace.infra.residency.Holdings.declared;
import static com.cashtrace.infra.residency.Holdings.exposures;
import static com.cashtrace.infra.residency.Holdings.judge;
import static com.cashtrace.infra.residency.Holdings.planned;
import static com.cashtrace.infra.residency.Holdings.register;
import static com.cashtrace.infra.residency.Holdings.store;
import static com.cashtrace.infra.residency.Holdings.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.problem.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a broken judge showed to be untold by the other tests. */
class JudgeEdgesTest {

  private static final Register RECORDED = register(Map.of());
  private static final String AFRICAN = "approved-places-african";

  @ParameterizedTest
  @EnumSource(Exposure.class)
  void onlyViolationsAndUnknownsFail(Exposure exposure) {
    boolean fails = exposure == Exposure.VIOLATION || exposure == Exposure.UNKNOWN;

    assertThat(exposure.fails()).isEqualTo(fails);
  }

  @Test
  void judgesTheSameThingOnceAndTellsTheGravestFirst() {
    Holding home = declared("buckets.a", Aspect.AT_REST, CAPE_TOWN, PERSONAL);
    Holding abroad = declared("buckets.b", Aspect.AT_REST, IRELAND, PERSONAL);

    Verdict verdict = judge(List.of(home, abroad, home), RECORDED, BEFORE, "african-regions");

    assertThat(exposures(verdict, null))
        .containsExactly(Exposure.VIOLATION, Exposure.VIOLATION, Exposure.OK, Exposure.OK);
    assertThat(verdict.holdings()).containsExactly(home, abroad);
  }

  @Test
  void tellsTheNextDayOnWhichItMayChangeAndNotTheDayItself() {
    LocalDate recorded = LocalDate.of(2026, 10, 1);
    assertThat(judge(List.of(store(CAPE_TOWN, PERSONAL)), RECORDED, recorded).changesOn()).isNull();

    Register waived =
        register(
            Map.of(
                "nitda",
                waiver("approved-places-sovereign", "databases.main", LocalDate.of(2027, 6, 30))));
    List<Holding> both = List.of(store(CAPE_TOWN, SOVEREIGN), store(CAPE_TOWN, PAYMENT));
    Verdict verdict = judge(both, waived, BEFORE, "ng-sovereign", "ng-payments");
    assertThat(verdict.changesOn()).isEqualTo(BINDING);
  }

  @Test
  void saysWhatToDoAboutAPlaceThatIsNotAllowed() {
    Verdict verdict = judge(List.of(store(IRELAND, PERSONAL)), RECORDED, BEFORE, "african-regions");

    assertThat(verdict.findings()).allSatisfy(finding -> assertThat(finding.fix()).isNotBlank());
    assertThat(verdict.problems()).allSatisfy(problem -> assertThat(problem.hint()).isNotBlank());
    assertThat(
            judge(List.of(store(CAPE_TOWN, PERSONAL)), RECORDED, BEFORE, "african-regions")
                .findings())
        .allSatisfy(finding -> assertThat(finding.fix()).isNull());
  }

  @Test
  void takesAKeyForNoTransferOfPersonalData() {
    Holding key = declared("databases.main", Aspect.KEY, IRELAND, PERSONAL);

    assertThat(judge(List.of(key), RECORDED, BEFORE, "none").findings()).isEmpty();
  }

  @Test
  void takesOnlyWhatEndsAtAnEdgeForPassingThrough() {
    Worldwide many = new Worldwide("many");
    Holding sent = Holdings.holding(subject(), Aspect.TRANSIT, Role.DESTINATION, many, PERSONAL);
    Holding cached = Holdings.holding(subject(), Aspect.CACHE, Role.EDGE, many, PERSONAL);
    Holding passing = Holdings.holding(subject(), Aspect.TRANSIT, Role.EDGE, many, PERSONAL);

    assertThat(transfer(sent)).containsExactly(Exposure.VIOLATION);
    assertThat(transfer(cached)).containsExactly(Exposure.VIOLATION);
    assertThat(transfer(passing)).containsExactly(Exposure.UNCLEAR);
  }

  @Test
  void cannotTellWhetherAMentionIsATransfer() {
    assertThat(transfer(planned("aws_lambda_function.f", Role.MENTION, IRELAND, PERSONAL)))
        .containsExactly(Exposure.UNKNOWN);
  }

  @Test
  void waivesNoOtherRuleNoOtherComponentAndNothingAfterItsLastDay() {
    Holding abroad = store(IRELAND, PERSONAL);
    LocalDate last = LocalDate.of(2027, 6, 30);

    assertThat(accepted(abroad, waiver(AFRICAN, "databases.main", last), last)).isEqualTo("one");
    assertThat(accepted(abroad, waiver(AFRICAN, "databases.other", last), last)).isNull();
    assertThat(accepted(abroad, waiver("place-unknown", "databases.main", last), last)).isNull();
    assertThat(accepted(abroad, waiver(AFRICAN, "databases.main", last), last.plusDays(1)))
        .isNull();
  }

  @Test
  void waivesWhatIsUnknownUpcomingAndUnclearAndNothingThatIsRight() {
    Register unknown = register(Map.of("one", waiver("place-unknown", "databases.main", BINDING)));
    Verdict verdict =
        judge(List.of(store(new Unknown("a variable"), OPERATIONAL)), unknown, BEFORE, "none");
    assertThat(verdict.findings()).extracting(Finding::waiver).containsExactly("one");
    assertThat(verdict.fails()).isFalse();

    Register upcoming =
        register(Map.of("one", waiver("approved-places-payments", "databases.main", BINDING)));
    Verdict later = judge(List.of(store(CAPE_TOWN, PAYMENT)), upcoming, BEFORE, "ng-payments");
    assertThat(later.findings())
        .filteredOn(finding -> finding.exposure() == Exposure.UPCOMING)
        .extracting(Finding::waiver)
        .containsExactly("one");
    assertThat(later.problems())
        .filteredOn(problem -> problem.code().equals("approved-places-payments"))
        .extracting(problem -> problem.severity())
        .containsExactly(Severity.NOTE);

    Register right = register(Map.of("one", waiver(AFRICAN, "databases.main", BINDING)));
    assertThat(
            judge(List.of(store(CAPE_TOWN, PERSONAL)), right, BEFORE, "african-regions").findings())
        .extracting(Finding::waiver)
        .containsOnlyNulls();
  }

  @Test
  void findsAWaiverOfNoUseWhereItsRuleOrAllRuleSetsOfTheSpecWereApplied() {
    List<Holding> right = List.of(inPlan(store(CAPE_TOWN, OPERATIONAL)));
    Register payments =
        register(Map.of("one", waiver("approved-places-payments", "databases.main", BINDING)));
    Register misspelt =
        register(Map.of("one", waiver("approved-places-afrikan", "databases.main", BINDING)));

    assertThat(codes(judge(right, payments, BEFORE, "ng-payments")))
        .as("the spec names african-regions, and what if this one applied")
        .containsExactly("waiver-unused");
    assertThat(codes(judge(right, misspelt, BEFORE, "african-regions")))
        .containsExactly("waiver-unused");
    assertThat(codes(judge(right, misspelt, BEFORE, "ng-payments"))).isEmpty();
  }

  private static Holding inPlan(Holding declared) {
    Subject subject =
        new Subject("module.databases_main.aws_x.y", "aws_x", null, "databases.main", null);
    return Holdings.holding(
        subject, declared.aspect(), declared.role(), declared.where(), OPERATIONAL);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.problems().stream().map(problem -> problem.code()).toList();
  }

  /** Name of the waiver that accepts the finding of the African rule, if it does. */
  private static @Nullable String accepted(Holding holding, Waiver waiver, LocalDate asOf) {
    Register register = register(Map.of("one", waiver));
    for (Finding finding : judge(List.of(holding), register, asOf, "african-regions").findings()) {
      if (finding.rule().equals(AFRICAN)) {
        return finding.waiver();
      }
    }
    throw new AssertionError("nothing was found");
  }

  private static List<Exposure> transfer(Holding holding) {
    return exposures(judge(List.of(holding), RECORDED, BEFORE, "none"), "transfer-not-recorded");
  }

  private static Subject subject() {
    return new Subject("services.app", "services", null, "services.app", null);
  }
}
