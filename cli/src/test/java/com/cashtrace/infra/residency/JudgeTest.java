package com.cashtrace.infra.residency;

import static com.cashtrace.infra.environment.DataClass.FINANCIAL;
import static com.cashtrace.infra.environment.DataClass.OPERATIONAL;
import static com.cashtrace.infra.environment.DataClass.PAYMENT;
import static com.cashtrace.infra.environment.DataClass.PERSONAL;
import static com.cashtrace.infra.environment.DataClass.SOVEREIGN;
import static com.cashtrace.infra.environment.DataClass.SUBSCRIBER;
import static com.cashtrace.infra.residency.Holdings.AWS;
import static com.cashtrace.infra.residency.Holdings.BEFORE;
import static com.cashtrace.infra.residency.Holdings.BINDING;
import static com.cashtrace.infra.residency.Holdings.CAPE_TOWN;
import static com.cashtrace.infra.residency.Holdings.IRELAND;
import static com.cashtrace.infra.residency.Holdings.LAGOS;
import static com.cashtrace.infra.residency.Holdings.declared;
import static com.cashtrace.infra.residency.Holdings.exposures;
import static com.cashtrace.infra.residency.Holdings.judge;
import static com.cashtrace.infra.residency.Holdings.planned;
import static com.cashtrace.infra.residency.Holdings.register;
import static com.cashtrace.infra.residency.Holdings.store;
import static com.cashtrace.infra.residency.Holdings.told;
import static com.cashtrace.infra.residency.Holdings.transfer;
import static com.cashtrace.infra.residency.Holdings.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Register RECORDED = register(Map.of());

  @Test
  void findsPersonalDataOutsideTheApprovedPlaces() {
    Verdict verdict = judge(List.of(store(IRELAND, PERSONAL)), RECORDED, BEFORE, "african-regions");

    assertThat(told(verdict))
        .containsExactly(
            "error[approved-places-african] databases.main is kept there: eu-west-1 (IE) is no"
                + " place for personal data under african-regions",
            "error[transfer-not-recorded] databases.main is kept there: no basis of the transfer"
                + " to IE (Amazon Web Services) is recorded");
    assertThat(verdict.exposure()).isEqualTo(Exposure.VIOLATION);
    assertThat(verdict.fails()).isTrue();
  }

  @Test
  void letsPersonalDataBeInCapeTownWhereTheTransferIsRecorded() {
    Verdict verdict =
        judge(List.of(store(CAPE_TOWN, PERSONAL)), RECORDED, BEFORE, "african-regions");

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.findings())
        .extracting(Finding::rule, Finding::exposure)
        .containsExactly(
            tuple("approved-places-african", Exposure.OK),
            tuple("transfer-not-recorded", Exposure.OK));
  }

  @Test
  void doesNotTakeAfricaForABasisOfATransfer() {
    Verdict verdict =
        judge(
            List.of(store(CAPE_TOWN, PERSONAL)),
            register(Map.of(), Map.of()),
            BEFORE,
            "african-regions");

    assertThat(told(verdict))
        .singleElement()
        .asString()
        .startsWith("error[transfer-not-recorded]")
        .contains("ZA (Amazon Web Services)");
    assertThat(verdict.findings().toString() + verdict.problems()).doesNotContain("compliant");
  }

  @Test
  void asksForTheBasisOfTheRecipientAndNotOnlyOfTheCountry() {
    Register register = register(Map.of("cape-town", transfer("ZA", "Somebody Else")), Map.of());

    assertThat(
            exposures(
                judge(List.of(store(CAPE_TOWN, PERSONAL)), register, BEFORE),
                "transfer-not-recorded"))
        .containsExactly(Exposure.VIOLATION);
    Register exact =
        register(Map.of("cape-town", transfer("ZA", "Amazon Web Services EMEA SARL")), Map.of());
    assertThat(
            exposures(
                judge(List.of(store(CAPE_TOWN, PERSONAL)), exact, BEFORE), "transfer-not-recorded"))
        .containsExactly(Exposure.OK);
  }

  @Test
  void doesNotCountABasisThatIsRecordedLater() {
    Verdict verdict =
        judge(List.of(store(CAPE_TOWN, PERSONAL)), RECORDED, LocalDate.of(2026, 9, 30));

    assertThat(verdict.exposure()).isEqualTo(Exposure.VIOLATION);
    assertThat(verdict.changesOn()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void asksForNoBasisWithinNigeriaNorForDataWithoutPersons() {
    List<Holding> holdings = List.of(store(LAGOS, PERSONAL), store(IRELAND, OPERATIONAL));

    assertThat(judge(holdings, register(Map.of(), Map.of()), BEFORE, "african-regions").problems())
        .isEmpty();
  }

  @Test
  void findsOnceThatNoBasisIsKnownWhereThereIsNoSpec() {
    Known virginia = new Known("aws", "us-east-1", null, "US");
    Known accra = new Known("ghana-hosting", null, null, "GH");
    List<Holding> holdings =
        List.of(
            planned("aws_db_instance.a", Role.PLACEMENT, CAPE_TOWN, PERSONAL),
            planned("aws_db_instance.b", Role.PLACEMENT, CAPE_TOWN, PERSONAL),
            planned("aws_db_instance.c", Role.PLACEMENT, LAGOS, PERSONAL),
            planned("aws_db_instance.d", Role.PLACEMENT, accra, OPERATIONAL),
            planned("aws_iam_role.r", Role.METADATA, virginia),
            planned("aws_acm_certificate.cdn", Role.GLOBAL_SERVICE, virginia),
            planned("aws_vpc_peering_connection.p", Role.PATH, virginia, PERSONAL));

    Verdict verdict = judge(holdings, Register.none(), BEFORE, "none");

    assertThat(told(verdict))
        .contains(
            "warning[transfer-not-recorded] aws_db_instance.a is kept there: no basis of a transfer"
                + " to ZA (Amazon Web Services) is known, because no spec records any; this holds"
                + " for aws_db_instance.a and aws_db_instance.b");
    assertThat(exposures(verdict, "transfer-not-recorded")).containsExactly(Exposure.UNCLEAR);
    assertThat(verdict.fails()).isFalse();
    assertThat(judge(List.of(holdings.get(2)), Register.none(), BEFORE, "none").problems())
        .isEmpty();
  }

  @Test
  void needsNoSpecToTellThatNoBasisCoversManyCountries() {
    Worldwide edges = new Worldwide("CloudFront edges");
    Holding copy = planned("aws_cloudfront_distribution.d", Role.EDGE, edges, PERSONAL);

    assertThat(
            exposures(
                judge(List.of(copy), Register.none(), BEFORE, "none"), "transfer-not-recorded"))
        .containsExactly(Exposure.VIOLATION);
  }

  @Test
  void letsTheZoneDecideTheCountry() {
    Known elsewhere = new Known("aws", "af-south-1", "af-south-1-nbo-1a", "KE");

    assertThat(judge(List.of(store(LAGOS, PAYMENT)), RECORDED, BINDING, "ng-payments").exposure())
        .isEqualTo(Exposure.OK);
    assertThat(
            exposures(
                judge(List.of(store(elsewhere, PERSONAL)), RECORDED, BEFORE, "african-regions"),
                "approved-places-african"))
        .containsExactly(Exposure.VIOLATION);
    Known own = new Known("aws", "af-south-1", "af-south-1b", "ZA");
    Known byId = new Known("aws", "af-south-1", "afs1-az1", "ZA");
    assertThat(
            exposures(
                judge(
                    List.of(store(own, PERSONAL), store(byId, PERSONAL)),
                    RECORDED,
                    BEFORE,
                    "african-regions"),
                null))
        .containsOnly(Exposure.OK);
  }

  @Test
  void findsPaymentDataAbroadOnlyFromTheDayOfTheCircular() {
    List<Holding> holdings = List.of(store(CAPE_TOWN, PAYMENT));

    Verdict before = judge(holdings, RECORDED, BINDING.minusDays(1), "ng-payments");
    assertThat(told(before))
        .containsExactly(
            "warning[approved-places-payments] databases.main is kept there: from 2027-01-01"
                + " af-south-1 (ZA) is no place for payment data under ng-payments");
    assertThat(before.findings().get(0).effectiveFrom()).isEqualTo(BINDING);
    assertThat(before.changesOn()).isEqualTo(BINDING);
    assertThat(before.fails()).isFalse();

    Verdict from = judge(holdings, RECORDED, BINDING, "ng-payments");
    assertThat(exposures(from, "approved-places-payments")).containsExactly(Exposure.VIOLATION);
    assertThat(from.changesOn()).isNull();
    assertThat(from.fails()).isTrue();
  }

  @Test
  void findsKeysLogsCachesQueuesAndComputingOfPaymentDataUnclear() {
    for (Aspect aspect :
        List.of(Aspect.KEY, Aspect.LOG, Aspect.CACHE, Aspect.QUEUE, Aspect.COMPUTE)) {
      Holding holding = declared("databases.main", aspect, CAPE_TOWN, PAYMENT);
      Verdict verdict = judge(List.of(holding), RECORDED, BINDING, "ng-payments");
      assertThat(verdict.exposure()).as(aspect.word()).isEqualTo(Exposure.UNCLEAR);
      assertThat(verdict.fails()).isFalse();
    }
  }

  @Test
  void findsBooksUnclearUnderTheCircularBecauseItDefinesNoPaymentData() {
    Verdict verdict = judge(List.of(store(CAPE_TOWN, FINANCIAL)), RECORDED, BINDING, "ng-payments");

    assertThat(exposures(verdict, "approved-places-payments-books"))
        .containsExactly(Exposure.UNCLEAR);
  }

  @Test
  void keepsSubscriberAndSovereignDataInNigeria() {
    assertThat(
            judge(List.of(store(CAPE_TOWN, SUBSCRIBER)), RECORDED, BEFORE, "ng-telecom").exposure())
        .isEqualTo(Exposure.VIOLATION);
    assertThat(
            judge(List.of(store(CAPE_TOWN, SOVEREIGN)), RECORDED, BEFORE, "ng-sovereign")
                .exposure())
        .isEqualTo(Exposure.VIOLATION);
    assertThat(judge(List.of(store(LAGOS, SOVEREIGN)), RECORDED, BEFORE, "ng-sovereign").exposure())
        .isEqualTo(Exposure.OK);
  }

  @Test
  void acceptsAnApprovalOfNitdaAsAWaiverAndStillTellsIt() {
    Register approved =
        register(
            Map.of(
                "nitda",
                waiver("approved-places-sovereign", "databases.main", LocalDate.of(2027, 6, 30))));

    Verdict verdict = judge(List.of(store(CAPE_TOWN, SOVEREIGN)), approved, BEFORE, "ng-sovereign");

    assertThat(told(verdict))
        .containsExactly(
            "note[approved-places-sovereign] databases.main is kept there: af-south-1 (ZA) is no"
                + " place for sovereign data under ng-sovereign; the waiver 'nitda' accepts it until"
                + " 2027-06-30");
    assertThat(verdict.fails()).isFalse();
    Finding finding = verdict.findings().get(0);
    assertThat(finding.exposure()).isEqualTo(Exposure.VIOLATION);
    assertThat(finding.waiver()).isEqualTo("nitda");
    assertThat(finding.fails()).isFalse();
    assertThat(verdict.exposure()).isEqualTo(Exposure.OK);
    assertThat(verdict.changesOn()).isEqualTo(LocalDate.of(2027, 7, 1));
  }

  @Test
  void countsAWaiverUpToItsLastDay() {
    LocalDate last = LocalDate.of(2027, 6, 30);
    Register approved =
        register(Map.of("nitda", waiver("approved-places-sovereign", "databases.main", last)));
    List<Holding> holdings = List.of(store(CAPE_TOWN, SOVEREIGN));

    assertThat(judge(holdings, approved, last, "ng-sovereign").fails()).isFalse();
    Verdict after = judge(holdings, approved, last.plusDays(1), "ng-sovereign");
    assertThat(after.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("approved-places-sovereign", "waiver-expired");
    assertThat(after.fails()).isTrue();
  }

  @Test
  void findsAWaiverThatNothingNeeds() {
    Register register =
        register(Map.of("idle", waiver("approved-places-african", "thirdParties.mail", BINDING)));
    Holding mail = declared("thirdParties.mail", Aspect.AT_REST, CAPE_TOWN, PERSONAL);

    Verdict verdict = judge(List.of(mail), register, BEFORE, "african-regions");

    assertThat(told(verdict))
        .containsExactly(
            "error[waiver-unused] the waiver 'idle' accepts nothing: 'thirdParties.mail' has no"
                + " finding of 'approved-places-african'");
  }

  @Test
  void onlyWarnsOfAWaiverThatThePlanMayNeedThoughTheSpecDoesNot() {
    Register register =
        register(Map.of("idle", waiver("approved-places-african", "databases.main", BINDING)));
    Holding inSpec = store(CAPE_TOWN, PERSONAL);
    Subject module =
        new Subject(
            "module.databases_main.aws_db_instance.this",
            "aws_db_instance",
            null,
            "databases.main",
            null);
    Holding inPlan = Holdings.holding(module, Aspect.AT_REST, Role.PLACEMENT, CAPE_TOWN, PERSONAL);

    assertThat(judge(List.of(inSpec), register, BEFORE, "african-regions").problems())
        .extracting(Problem::severity)
        .containsExactly(Severity.WARNING);
    assertThat(judge(List.of(inPlan), register, BEFORE, "african-regions").problems())
        .extracting(Problem::severity)
        .containsExactly(Severity.ERROR);
    assertThat(judge(List.of(inPlan), register, BEFORE, "ng-payments").problems())
        .as("asking what if another profile applied")
        .isEmpty();
  }

  @Test
  void waivesOnlyTheRuleAndTheComponentThatTheWaiverNames() {
    Register register =
        register(Map.of("one", waiver("approved-places-african", "databases.other", BINDING)));

    assertThat(
            judge(List.of(store(IRELAND, PERSONAL)), register, BEFORE, "african-regions").fails())
        .isTrue();
  }

  @Test
  void neverPassesAPlaceThatNobodyCanTell() {
    Unknown where = new Unknown("the region is set by a variable");

    for (String profile : List.of("african-regions", "ng-payments", "none")) {
      Verdict verdict = judge(List.of(store(where, OPERATIONAL)), RECORDED, BEFORE, profile);
      assertThat(exposures(verdict, null)).containsExactly(Exposure.UNKNOWN);
      assertThat(verdict.fails()).isTrue();
    }
  }

  @Test
  void findsAMentionOfAForeignPlaceUnknownBecauseNobodyKnowsWhatGoesThere() {
    Holding mention = planned("aws_lambda_function.f", Role.MENTION, IRELAND, PERSONAL);

    assertThat(judge(List.of(mention), Register.none(), BEFORE, "african-regions").findings())
        .extracting(Finding::rule, Finding::exposure)
        .containsExactly(
            tuple("approved-places-african", Exposure.UNKNOWN),
            tuple("transfer-not-recorded", Exposure.UNCLEAR));
  }

  @Test
  void allowsNoPersonalDataInManyCountries() {
    Worldwide edges = new Worldwide("CloudFront edges");

    assertThat(judge(List.of(store(edges, PERSONAL)), RECORDED, BEFORE, "none").exposure())
        .isEqualTo(Exposure.VIOLATION);
    Subject site = new Subject("services.app", "services", null, "services.app", null);
    Holding passing = Holdings.holding(site, Aspect.TRANSIT, Role.EDGE, edges, PERSONAL);
    assertThat(judge(List.of(passing), RECORDED, BEFORE, "african-regions").exposure())
        .isEqualTo(Exposure.UNCLEAR);
  }

  @Test
  void tellsWhatAGlobalServiceKeepsWithoutFailing() {
    Known virginia = new Known("aws", "us-east-1", null, "US");
    Holding certificate = planned("aws_acm_certificate.cdn", Role.GLOBAL_SERVICE, virginia);
    Holding policy = planned("aws_iam_role.r", Role.METADATA, new Worldwide("IAM"));

    Verdict verdict = judge(List.of(certificate, policy), RECORDED, BEFORE, "african-regions");

    assertThat(exposures(verdict, null))
        .containsExactly(Exposure.EXCEPTION, Exposure.GLOBAL_METADATA);
    assertThat(told(verdict)).singleElement().asString().startsWith("note[global-service-part]");
  }

  @Test
  void asksForTheTransferWhereAPartOfAGlobalServiceHoldsPersonalData() {
    Known virginia = new Known("aws", "us-east-1", null, "US");
    Holding firewall = planned("aws_wafv2_web_acl.w", Role.GLOBAL_SERVICE, virginia, PERSONAL);

    assertThat(judge(List.of(firewall), RECORDED, BEFORE, "african-regions").problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("global-service-part", "transfer-not-recorded");
  }

  @Test
  void takesDataWithoutClassForPersonalAndSaysSoOnce() {
    List<Holding> holdings =
        List.of(
            planned("aws_db_instance.a", Role.PLACEMENT, IRELAND),
            planned("aws_db_instance.b", Role.PLACEMENT, CAPE_TOWN));

    Verdict verdict = judge(holdings, Register.none(), BEFORE, "african-regions");

    assertThat(exposures(verdict, "class-assumed")).containsExactly(Exposure.UNCLEAR);
    assertThat(exposures(verdict, "approved-places-african"))
        .containsExactly(Exposure.VIOLATION, Exposure.OK);
  }

  @Test
  void findsAComponentOfTheSpecWithoutClass() {
    Verdict verdict = judge(List.of(store(CAPE_TOWN)), RECORDED, BEFORE, "african-regions");

    assertThat(exposures(verdict, "class-missing")).containsExactly(Exposure.UNKNOWN);
    assertThat(verdict.fails()).isTrue();
  }

  @Test
  void tellsOneProblemForStoreBackupsAndKeysOfAComponent() {
    List<Holding> holdings =
        List.of(
            store(IRELAND, PERSONAL),
            declared("databases.main", Aspect.BACKUP, IRELAND, PERSONAL),
            declared("databases.main", Aspect.KEY, IRELAND, PERSONAL));

    Verdict verdict = judge(holdings, RECORDED, BEFORE, "african-regions");

    assertThat(verdict.problems())
        .extracting(Problem::code)
        .containsExactly("approved-places-african", "transfer-not-recorded");
    assertThat(exposures(verdict, "approved-places-african")).hasSize(3);
  }

  @Test
  void findsAProfileThatThereIsNot() {
    Verdict verdict = judge(List.of(), RECORDED, BEFORE, "african-region");

    assertThat(verdict.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("unknown-profile");
              assertThat(problem.hint()).contains("'african-regions'");
            });
  }

  @Test
  void namesTheRulesByADigestThatChangesWithThem() {
    assertThat(judge(List.of(), RECORDED, BEFORE, "ng-payments").ruleSet())
        .hasSize(64)
        .isEqualTo(
            judge(List.of(store(LAGOS, PAYMENT)), RECORDED, BINDING, "ng-payments").ruleSet())
        .isNotEqualTo(judge(List.of(), RECORDED, BEFORE, "ng-telecom").ruleSet());
  }

  @Test
  void knowsTheRecipientInTheRegisterByItsWholeWords() {
    Register register = register(Map.of("x", transfer("ZA", "Amazon Web Serviceship")), Map.of());

    assertThat(register.transfer("ZA", AWS, BEFORE)).isEmpty();
  }
}
