package com.cashtrace.infra.residency;

import static com.cashtrace.infra.environment.DataClass.FINANCIAL;
import static com.cashtrace.infra.environment.DataClass.PERSONAL;
import static com.cashtrace.infra.residency.Holdings.CAPE_TOWN;
import static com.cashtrace.infra.residency.Holdings.IRELAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Agreement.Side;
import com.cashtrace.infra.residency.Agreement.Stated;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Unknown UNTOLD = new Unknown("a variable");
  private static final Location LINE = new Location("environments/dev.yaml", 7, 3, "  main:");

  @Test
  void findsNothingWhereBothSayTheSame() {
    Known zone = new Known("aws", "af-south-1", "af-south-1b", "ZA");

    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL)), held(zone, PERSONAL))).isEmpty();
  }

  @Test
  void findsAnotherPlaceAtTheLineOfTheSpec() {
    List<Problem> problems =
        differences(
            Side.SPEC,
            List.of(declared(CAPE_TOWN, PERSONAL)),
            Side.PLAN,
            List.of(held(IRELAND, PERSONAL)));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("spec-and-plan-disagree");
              assertThat(problem.isError()).isTrue();
              assertThat(problem.location()).isEqualTo(LINE);
              assertThat(problem.message())
                  .isEqualTo(
                      "'databases.main' has at-rest in eu-west-1 (IE), and the spec declares"
                          + " af-south-1 (ZA)");
            });
  }

  @Test
  void findsACopyInASecondPlaceAndAPlaceThatNobodyKnows() {
    Holding copy =
        Holdings.holding(resource("databases.main"), Aspect.AT_REST, Role.COPY, IRELAND, PERSONAL);
    List<Holding> spec = List.of(declared(CAPE_TOWN, PERSONAL));

    assertThat(inPlan(spec, held(CAPE_TOWN, PERSONAL), copy))
        .singleElement()
        .asString()
        .contains("af-south-1 (ZA) and eu-west-1 (IE)");
    assertThat(inPlan(spec, held(UNTOLD, PERSONAL)))
        .singleElement()
        .asString()
        .contains("unknown (a variable)");
  }

  @Test
  void comparesEachWayOfHavingDataByItself() {
    Holding key = aspect(Aspect.KEY, Role.PLACEMENT, CAPE_TOWN);
    Holding backups = aspect(Aspect.BACKUP, Role.COPY, IRELAND);

    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL)), held(CAPE_TOWN, PERSONAL), key))
        .as("a plan may show more ways than the spec names")
        .isEmpty();
    assertThat(inPlan(List.of(key, declared(CAPE_TOWN, PERSONAL)), held(CAPE_TOWN, PERSONAL)))
        .as("and a spec more than the plan shows")
        .isEmpty();
    assertThat(
            inPlan(
                List.of(declared(CAPE_TOWN, PERSONAL), aspect(Aspect.BACKUP, Role.COPY, CAPE_TOWN)),
                held(CAPE_TOWN, PERSONAL),
                backups))
        .containsExactly(
            "'databases.main' has backup in eu-west-1 (IE), and the spec declares af-south-1"
                + " (ZA)");
  }

  @Test
  void takesNoPathAndNoMentionForAPlace() {
    Holding path = aspect(Aspect.AT_REST, Role.PATH, IRELAND);
    Holding mention = aspect(Aspect.AT_REST, Role.MENTION, IRELAND);

    assertThat(
            inPlan(
                List.of(declared(CAPE_TOWN, PERSONAL)), held(CAPE_TOWN, PERSONAL), path, mention))
        .isEmpty();
  }

  @Test
  void findsAnotherClassAndTakesNoTagForNoStatement() {
    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL, FINANCIAL)), held(CAPE_TOWN, PERSONAL)))
        .containsExactly(
            "'databases.main' has data of the classes personal, and the spec declares personal and"
                + " financial");
    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL)), held(CAPE_TOWN))).isEmpty();
    Holding path =
        Holdings.holding(resource("databases.main"), Aspect.TRANSIT, Role.PATH, IRELAND, FINANCIAL);
    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL)), held(CAPE_TOWN, PERSONAL), path))
        .as("what a path may carry is no store")
        .isEmpty();
  }

  @Test
  void findsWhatIsMissingAndWhatNobodyDeclared() {
    Holding other =
        Holdings.holding(
            resource("buckets.extra"), Aspect.AT_REST, Role.PLACEMENT, CAPE_TOWN, PERSONAL);
    List<Holding> spec = List.of(declared(CAPE_TOWN, PERSONAL));

    assertThat(inPlan(spec, other))
        .containsExactlyInAnyOrder(
            "the spec declares 'databases.main', and nothing of it is in the plan",
            "the plan plans 'buckets.extra', and the spec does not have it");
    assertThat(differences(Side.SPEC, spec, Side.STATE, List.of(other)))
        .extracting(Problem::code, Problem::message)
        .containsExactlyInAnyOrder(
            tuple(
                "spec-and-state-disagree",
                "the spec declares 'databases.main', and nothing of it is in the state"),
            tuple(
                "spec-and-state-disagree",
                "the state holds 'buckets.extra', and the spec does not have it"));
  }

  @Test
  void findsWhatBelongsToNoComponentOnceForItsModule() {
    Holding own = held(CAPE_TOWN, PERSONAL);
    Holding bucket = Holdings.planned("aws_s3_bucket.b", Role.PLACEMENT, IRELAND, PERSONAL);
    Holding one = Holdings.planned("module.old[0].aws_x.a", Role.PLACEMENT, IRELAND, PERSONAL);
    Holding two = Holdings.planned("module.old[0].aws_x.b", Role.PLACEMENT, IRELAND, PERSONAL);
    Holding names = Holdings.planned("provider.aws", Role.MENTION, IRELAND, PERSONAL);

    assertThat(inPlan(List.of(declared(CAPE_TOWN, PERSONAL)), own, bucket, one, two, names))
        .containsExactly(
            "the plan plans 'aws_s3_bucket.b', and the spec does not have it",
            "the plan plans 'module.old', and the spec does not have it");
  }

  @Test
  void findsNothingBesideTheSpecWhereNoResourceSaysWhatItIsOf() {
    Holding bucket = Holdings.planned("aws_s3_bucket.b", Role.PLACEMENT, IRELAND, PERSONAL);

    Stated spec = new Stated(Side.SPEC, List.of(declared(CAPE_TOWN, PERSONAL)), true);

    assertThat(new Agreement(spec, new Stated(Side.PLAN, List.of(bucket), false)).differences())
        .extracting(Problem::message)
        .containsExactly("the spec declares 'databases.main', and nothing of it is in the plan");
  }

  @Test
  void leavesOutThirdPartiesAndWhatEveryEnvironmentHas() {
    Holding party = Holdings.declared("thirdParties.mail", Aspect.AT_REST, IRELAND, PERSONAL);
    Holding network = Holdings.declared("network", Aspect.LOG, CAPE_TOWN, PERSONAL);
    Holding cluster =
        Holdings.holding(resource("cluster"), Aspect.LOG, Role.PLACEMENT, IRELAND, PERSONAL);

    assertThat(inPlan(List.of(party, network), cluster)).isEmpty();
  }

  @Test
  void holdsAStateAgainstThePlanResourceByResource() {
    Holding planned = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, CAPE_TOWN, PERSONAL);
    Holding moved = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, IRELAND, FINANCIAL);
    Holding lost = Holdings.planned("aws_db_instance.b", Role.PLACEMENT, CAPE_TOWN, PERSONAL);
    Holding stray = Holdings.planned("aws_db_instance.c", Role.PLACEMENT, CAPE_TOWN, PERSONAL);
    Holding provider = Holdings.planned("provider.aws", Role.MENTION, IRELAND, PERSONAL);

    assertThat(
            differences(
                Side.PLAN, List.of(planned, lost, provider), Side.STATE, List.of(moved, stray)))
        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("plan-and-state-disagree"))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "'aws_db_instance.a' has at-rest in eu-west-1 (IE), and the plan plans af-south-1 (ZA)",
            "'aws_db_instance.a' has data of the classes financial, and the plan plans personal",
            "the plan plans 'aws_db_instance.b', and nothing of it is in the state",
            "the state holds 'aws_db_instance.c', and the plan does not have it");
  }

  @Test
  void letsAStateTellWhatThePlanCouldNot() {
    Holding planned = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, UNTOLD);
    Holding there = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, CAPE_TOWN);

    assertThat(differences(Side.PLAN, List.of(planned), Side.STATE, List.of(there))).isEmpty();
    assertThat(differences(Side.PLAN, List.of(there), Side.STATE, List.of(planned))).hasSize(1);
  }

  @Test
  void letsAnUnknownPlaceExcuseNothingElse() {
    Holding planned = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, CAPE_TOWN);
    Holding moved = Holdings.planned("aws_db_instance.a", Role.PLACEMENT, IRELAND);
    Holding key = Holdings.holding(planned.subject(), Aspect.KEY, Role.PLACEMENT, UNTOLD, PERSONAL);

    assertThat(differences(Side.PLAN, List.of(planned, key), Side.STATE, List.of(moved)))
        .as("the key is unknown, the store is not")
        .hasSize(1);
    assertThat(inPlan(List.of(declared(UNTOLD, PERSONAL)), held(CAPE_TOWN, PERSONAL)))
        .as("a spec has to know")
        .hasSize(1);
  }

  private static List<String> inPlan(List<Holding> declared, Holding... held) {
    return differences(Side.SPEC, declared, Side.PLAN, List.of(held)).stream()
        .map(Problem::message)
        .toList();
  }

  private static List<Problem> differences(
      Side expected, List<Holding> said, Side found, List<Holding> there) {
    return new Agreement(new Stated(expected, said, true), new Stated(found, there, true))
        .differences();
  }

  private static Holding declared(Whereabouts where, DataClass... classes) {
    Subject subject = new Subject("databases.main", "databases", null, "databases.main", LINE);
    return Holdings.holding(subject, Aspect.AT_REST, Role.PLACEMENT, where, classes);
  }

  private static Holding held(Whereabouts where, DataClass... classes) {
    return Holdings.holding(
        resource("databases.main"), Aspect.AT_REST, Role.PLACEMENT, where, classes);
  }

  private static Holding aspect(Aspect aspect, Role role, Whereabouts where) {
    return Holdings.holding(resource("databases.main"), aspect, role, where, PERSONAL);
  }

  private static Subject resource(String component) {
    return new Subject("module.x.aws_thing.this", "aws_thing", null, component, null);
  }
}
