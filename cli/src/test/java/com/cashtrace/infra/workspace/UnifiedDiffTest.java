package com.cashtrace.infra.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.workspace.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Diffs in the form that other tools read. */
class UnifiedDiffTest {

  @Test
  void showsAChangeWithThreeLinesAround() {
    assertThat(diff(Kind.CHANGED, "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/x.tf
            +++ b/x.tf
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void showsAFileThatComesAndOneThatGoes() {
    assertThat(diff(Kind.ADDED, "", "1\n2\n"))
        .isEqualTo("--- /dev/null\n+++ b/x.tf\n@@ -0,0 +1,2 @@\n+1\n+2\n");
    assertThat(diff(Kind.REMOVED, "1\n", ""))
        .isEqualTo("--- a/x.tf\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n");
  }

  @Test
  void tellsOfALastLineWithoutEnd() {
    assertThat(diff(Kind.EDITED, "1", "1\n"))
        .isEqualTo(
            "--- a/x.tf\n+++ b/x.tf\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+1\n");
  }

  @Test
  void saysNothingOfNoDifferences() {
    assertThat(UnifiedDiff.of(List.of())).isEmpty();
  }

  private static String diff(Kind kind, String before, String after) {
    return UnifiedDiff.of(List.of(new Difference("x.tf", kind, before, after)));
  }
}
