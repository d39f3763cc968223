package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.mask.Masker;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RemaskingTest {

  private final Masker masker = new Masker();

  private String remasked(String json) throws IOException {
    StringWriter out = new StringWriter();
    new Remasking(masker).copy(new StringReader(json), out);
    return out.toString();
  }

  @Test
  void hidesWhatStandsBeforeItsMarkOrWithinAnotherText() throws IOException {
    masker.add("tok\"4711");

    assertThat(
            remasked(
                """
                {"planned_values":{"outputs":{"a":{"value":"Bearer tok\\"4711"}},
                  "root_module":{"resources":[{"values":{"list":[{"x":"tok\\"4711!"}]}}]}},
                 "resource_changes":[{"change":{"before":{"x":"tok\\"4711"},"after":["tok\\"4711"]}}],
                 "checks":[{"problems":[{"message":"not tok\\"4711"}]}],
                 "configuration":{"e":{"constant_value":"-tok\\"4711-","default":"tok\\"4711"}}}
                """))
        .doesNotContain("4711")
        .contains("\"Bearer (sensitive)\"", "\"(sensitive)!\"", "\"-(sensitive)-\"");
  }

  @Test
  void leavesNamesNumbersAndAddressesAsTheyAre() throws IOException {
    masker.add("12345");
    masker.add("postgres");
    masker.add("values");
    String plan =
        """
        {"prior_state":{"values":{"root_module":{"resources":[{"address":"aws_db_instance.postgres",
          "name":"postgres","values":{"postgres":true,"port":12345,"rate":1.50,"none":null}}]}}}}
        """
            .replaceAll("\\s", "");

    assertThat(remasked(plan)).isEqualTo(plan);
    assertThat(remasked(plan.replace("12345", "\"12345\""))).contains("\"port\":\"(sensitive)\"");
  }
}
