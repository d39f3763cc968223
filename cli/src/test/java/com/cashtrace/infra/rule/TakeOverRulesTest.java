package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Renames and adoption: what Terraform moves and imports. */
class TakeOverRulesTest {

  @Test
  void takesARenameToAFreeKey() {
    assertThat(found("databases: { ledger: { renamedFrom: primary, data: [financial] } }"))
        .isEmpty();
  }

  @Test
  void rejectsAFormerKeyThatIsStillThere() {
    assertThat(
            found("databases: { ledger: { renamedFrom: main, name: other, data: [financial] } }"))
        .containsExactly(
            "1:37 renamed-from-exists database 'ledger' was 'main', but a database 'main' is here");
    assertThat(found("caches: { sessions: { renamedFrom: sessions } }"))
        .containsExactly(
            "1:36 renamed-from-exists cache 'sessions' was 'sessions', but a cache 'sessions' is"
                + " here");
  }

  @Test
  void takesTheSameFormerKeyInTwoKinds() {
    assertThat(
            found(
                "databases: { main: { renamedFrom: old } }\ncaches: { sessions: { renamedFrom: old"
                    + " } }"))
        .isEmpty();
  }

  @Test
  void rejectsTwoComponentsThatWereTheSameOne() {
    assertThat(
            found(
                """
                databases:
                  main: { renamedFrom: old }
                  other: { renamedFrom: old, name: other, data: [personal] }
                """))
        .containsExactly(
            "3:25 renamed-from-twice database 'other' was 'old', and so was database 'main'");
  }

  @Test
  void takesAnAdoptionOfAResourceOfAws() {
    assertThat(found("databases: { main: { adopt: { aws_db_instance.this: old-main } } }"))
        .isEmpty();
  }

  @Test
  void rejectsAnAdoptionOfSomethingElse() {
    assertThat(found("databases: { main: { adopt: { random_id.this: x } } }"))
        .containsExactly("1:31 adopt-address 'random_id.this' is no resource of AWS");
  }

  @Test
  void rejectsAnImportIdWithSpaces() {
    assertThat(found("databases: { main: { adopt: { aws_db_instance.this: \"old-main \" } } }"))
        .containsExactly(
            "1:53 adopt-id the import id 'old-main ' has spaces at its ends or control characters");
  }

  @Test
  void rejectsOneThingAdoptedTwice() {
    assertThat(
            found(
                """
                buckets:
                  documents: { adopt: { aws_s3_bucket.this: old } }
                  other: { data: [personal], retention: 1y, adopt: { aws_s3_bucket.this: old } }
                """))
        .containsExactly("3:74 adopt-twice 'old' is adopted by bucket 'documents' as well");
  }
}
