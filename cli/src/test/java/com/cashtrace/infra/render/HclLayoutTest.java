package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How generated HCL is laid out. */
class HclLayoutTest {

  @Test
  void indentsByBracketsAndAlignsNeighbours() {
    assertThat(
            HclLayout.format(
                """
                module "x" {
                source = "./modules/x"
                  name   =   "a = b {"

                      tags = {
                a = 1
                long_name = 2
                }
                after = [
                "x",
                ]
                }
                """))
        .isEqualTo(
            """
            module "x" {
              source = "./modules/x"
              name   = "a = b {"

              tags = {
                a         = 1
                long_name = 2
              }
              after = [
                "x",
              ]
            }
            """);
  }

  @Test
  void looksPastStringsTemplatesAndComments() {
    assertThat(
            HclLayout.format(
                """
                # services.api {
                a = "\\"{"
                bb = "${module.x["k{"]}:}{" // {
                c = "$${"
                d = x == y
                """))
        .isEqualTo(
            """
            # services.api {
            a  = "\\"{"
            bb = "${module.x["k{"]}:}{" // {
            c  = "$${"
            d  = x == y
            """);
  }

  @Test
  void doesNotTakeComparisonsAndArrowsForAssignments() {
    assertThat(HclLayout.format("x >= 1\nfoo != 2\nk => v\ny <= 2\n"))
        .isEqualTo("x >= 1\nfoo != 2\nk => v\ny <= 2\n");
  }

  @Test
  void keepsBlankLinesSingleAndOutOfTheEdges() {
    assertThat(HclLayout.format("\n\na {\n\n\nb = 1\n\n\n\nc = 2\n\n}\n\n\n"))
        .isEqualTo("a {\n  b = 1\n\n  c = 2\n}\n");
  }

  @Test
  void closesSeveralBracketsThatWereOpenedInOneLine() {
    assertThat(HclLayout.format("a = f({\nb = [{\nc = 1\n}]\n})\n"))
        .isEqualTo("a = f({\n  b = [{\n    c = 1\n  }]\n})\n");
    assertThat(HclLayout.format("a = [{\nb = 1\n},\n]\nx = 1\n"))
        .isEqualTo("a = [{\n  b = 1\n  },\n]\nx = 1\n");
  }

  @Test
  void leavesAHeredocAlone() {
    assertThat(HclLayout.format("a {\nlong = 1\nb = <<EOT\n  x = {\n\n y\nEOT\nc = 2\n}\n"))
        .isEqualTo("a {\n  long = 1\n  b    = <<EOT\n  x = {\n\n y\nEOT\n  c = 2\n}\n");
  }

  @Test
  void survivesBracketsThatDoNotMatch() {
    assertThat(HclLayout.format("}\n}\na = 1\n")).isEqualTo("}\n}\na = 1\n");
  }

  @Test
  void givesNothingForNothing() {
    assertThat(HclLayout.format("\n  \n\n")).isEmpty();
    assertThat(HclLayout.format("")).isEmpty();
  }
}
