package com.cashtrace.infra.residency;

import static com.cashtrace.infra.environment.DataClass.FINANCIAL;
import static com.cashtrace.infra.environment.DataClass.PERSONAL;
import static com.cashtrace.infra.residency.Holdings.CAPE_TOWN;
import static com.cashtrace.infra.residency.Holdings.IRELAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Location LINE = new Location("environments/dev.yaml", 7, 3, "  main:");

  @Test
  void findsNothingWhereBothSayTheSame() {
    Known zone = new Known("aws", "af-south-1", "af-south-1b", "ZA");

    assertThat(compare(List.of(declared(CAPE_TOWN, PERSONAL)), List.of(held(zone, PERSONAL))))
        .isEmpty();
  }

  @Test
  void findsAnotherPlaceAtTheLineOfTheSpec() {
    List<Problem> problems =
        Agreement.compare(List.of(declared(CAPE_TOWN, PERSONAL)), List.of(held(IRELAND, PERSONAL)));

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
    Unknown where = new Unknown("a variable");

    assertThat(
            compare(
                List.of(declared(CAPE_TOWN, PERSONAL)), List.of(held(CAPE_TOWN, PERSONAL), copy)))
        .singleElement()
        .asString()
        .contains("af-south-1 (ZA) and eu-west-1 (IE)");
    assertThat(compare(List.of(declared(CAPE_TOWN, PERSONAL)), List.of(held(where, PERSONAL))))
        .singleElement()
        .asString()
        .contains("unknown (a variable)");
  }

  @Test
  void findsAnotherClassAndTakesNoTagForNoStatement() {
    assertThat(
            compare(
                List.of(declared(CAPE_TOWN, PERSONAL, FINANCIAL)),
                List.of(held(CAPE_TOWN, PERSONAL))))
        .containsExactly(
            "'databases.main' has data of the classes personal, and the spec declares personal and"
                + " financial");
    assertThat(compare(List.of(declared(CAPE_TOWN, PERSONAL)), List.of(held(CAPE_TOWN)))).isEmpty();
  }

  @Test
  void findsWhatIsMissingAndWhatNobodyDeclared() {
    Holding other =
        Holdings.holding(
            resource("buckets.extra"), Aspect.AT_REST, Role.PLACEMENT, CAPE_TOWN, PERSONAL);

    assertThat(compare(List.of(declared(CAPE_TOWN, PERSONAL)), List.of(other)))
        .containsExactlyInAnyOrder(
            "'databases.main' is declared, and nothing of it is there",
            "'buckets.extra' is there, and the spec does not declare it");
  }

  @Test
  void leavesOutThirdPartiesAndWhatBelongsToNoComponent() {
    Holding party = Holdings.declared("thirdParties.mail", Aspect.AT_REST, IRELAND, PERSONAL);
    Holding network = Holdings.declared("network", Aspect.LOG, CAPE_TOWN, PERSONAL);
    Holding stray = Holdings.planned("aws_s3_bucket.b", Role.PLACEMENT, IRELAND, PERSONAL);

    assertThat(compare(List.of(party, network), List.of(stray))).isEmpty();
  }

  private static List<String> compare(List<Holding> declared, List<Holding> held) {
    return Agreement.compare(declared, held).stream().map(Problem::message).toList();
  }

  private static Holding declared(Whereabouts where, DataClass... classes) {
    Subject subject = new Subject("databases.main", "databases", null, "databases.main", LINE);
    return Holdings.holding(subject, Aspect.AT_REST, Role.PLACEMENT, where, classes);
  }

  private static Holding held(Whereabouts where, DataClass... classes) {
    return Holdings.holding(
        resource("databases.main"), Aspect.AT_REST, Role.PLACEMENT, where, classes);
  }

  private static Subject resource(String component) {
    return new Subject("module.x.aws_thing.this", "aws_thing", null, component, null);
  }
}
