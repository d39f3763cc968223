package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreGuardTest {

  private static final String LEDGER = "module.databases_ledger.aws_db_instance.this";
  private static final String BUCKET = "module.buckets_documents.aws_s3_bucket.this";

  @Test
  void refusesAPlanThatDestroysOrReplacesAStore() {
    List<Problem> problems = judge(Plans.text("later"), Set.of());

    assertThat(problems)
        .allMatch(Problem::isError)
        .allMatch(p -> p.code().equals("destroys-store"));
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "the plan destroys '"
                + BUCKET
                + "' because it is no longer in the configuration: all objects in it would be lost",
            "the plan replaces '"
                + LEDGER
                + "' because availability_zone can't be changed in place:"
                + " the database and all that is in it would be lost",
            "the plan destroys '"
                + LEDGER
                + "' because it is left over from an earlier replacement (0a1b2c3d):"
                + " the database and all that is in it would be lost");
    assertThat(problems.get(0).hint()).contains("--allow-destroy '" + BUCKET + "'");
    assertThat(problems.get(0).location()).isEqualTo(Location.ofFile("spec of " + BUCKET));
  }

  @Test
  void letsANamedStoreGo() {
    assertThat(judge(Plans.text("later"), Set.of(LEDGER, BUCKET))).isEmpty();
    assertThat(judge(Plans.text("later"), Set.of(LEDGER))).hasSize(1);
  }

  @Test
  void refusesALeaveThatNothingNeeds() {
    List<Problem> problems =
        judge(
            Plans.text("later"),
            Set.of(LEDGER, BUCKET, "module.buckets_document.aws_s3_bucket.this"));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("allow-destroy-unused");
              assertThat(problem.hint()).isEqualTo("did you mean '" + BUCKET + "'?");
            });
    assertThat(judge(Plans.of(), Set.of("aws_s3_bucket.x"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "update", "no-op", "read", "forget"})
  void letsAStoreBeAnythingButLost(String action) {
    String change = Plans.change("aws_s3_bucket.b", '"' + action + '"', "{}", "{}");
    assertThat(judge(Plans.of(change), Set.of())).isEmpty();
  }

  @Test
  void letsGoWhatHoldsNoDataOfItsOwn() {
    String role = Plans.change("aws_iam_role.r", "\"delete\"", "{}", "null");
    String replica =
        Plans.change(
            "aws_db_instance.replica", "\"delete\"", "{\"replicate_source_db\":\"main\"}", "null");
    assertThat(judge(Plans.of(role, replica), Set.of())).isEmpty();
  }

  private static List<Problem> judge(String plan, Set<String> allowed) {
    return new StoreGuard(allowed)
        .judge(Plans.summary(plan).losses(), address -> Location.ofFile("spec of " + address));
  }
}
