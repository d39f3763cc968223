package com.cashtrace.infra.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> NAMES = List.of("documents", "exports", "statements");

  @Test
  void findsANameThatIsAFewEditsAway() {
    assertThat(Nearest.to("document", NAMES)).hasValue("documents");
    assertThat(Nearest.to("exprots", NAMES)).hasValue("exports");
    assertThat(Nearest.to("EXPORTS", NAMES)).hasValue("exports");
  }

  @Test
  void offersNothingForWhatIsFarAwayOrTooShort() {
    assertThat(Nearest.to("invoices", NAMES)).isEmpty();
    assertThat(Nearest.to("3", List.of("1", "2", "4"))).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @Test
  void takesTheFirstOfTwoThatAreEquallyNear() {
    assertThat(Nearest.to("staginh", List.of("stagini", "staging"))).hasValue("staging");
  }

  @Test
  void namesTheAllowedSetWhereNothingIsNear() {
    assertThat(Nearest.hint("docs", NAMES, "buckets here"))
        .isEqualTo("buckets here: documents, exports, statements");
    assertThat(Nearest.hint("docs", List.of(), "buckets here"))
        .isEqualTo("there are no buckets here");
  }
}
