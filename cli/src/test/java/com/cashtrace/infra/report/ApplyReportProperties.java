package com.cashtrace.infra.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.mask.MaskingWriter;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A secret of a state is in nothing that an apply tells, however the text is cut. */
class ApplyReportProperties {

  private final ObjectMapper mapper = new ObjectMapper();

  @Property
  void noSecretOfTheStateIsTold(
      @ForAll("secrets") String output,
      @ForAll("secrets") String attribute,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> cuts)
      throws IOException {
    Masker masker = new Masker();
    byte[] json = state(output, attribute).getBytes(UTF_8);
    StateContent state =
        new StateReader(masker::add).read("the state", new ByteArrayInputStream(json));
    // a provider quotes what it was given, and an output that nobody marked holds the attribute
    Problem quoted = Problem.unlocated("terraform-error", "no such '" + attribute + "'", output);
    for (ApplyReport.Format format : List.of(new ApplyText(false), new ApplyJson())) {
      StringBuilder text = new StringBuilder();
      format.write(report(state, quoted), text);

      String told = cut(text.toString(), masker, cuts);

      assertThat(told).contains("(sensitive)").doesNotContain(output).doesNotContain(attribute);
    }
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withChars("QZX\"\\#7\n")
        .ofMinLength(6)
        .ofMaxLength(30)
        .filter(text -> text.lines().anyMatch(line -> line.strip().length() >= 6));
  }

  private String state(String output, String attribute) throws IOException {
    return """
        {"format_version": "1.0", "values": {
          "outputs": {"open": {"sensitive": false, "value": %2$s},
                      "key": {"sensitive": true, "value": %1$s}},
          "root_module": {"resources": [{"address": "a.b", "mode": "managed",
            "values": {"hidden": %2$s}, "sensitive_values": {"hidden": true}}]}}}
        """
        .formatted(mapper.writeValueAsString(output), mapper.writeValueAsString(attribute));
  }

  private static ApplyReport report(StateContent state, Problem problem) {
    return new ApplyReport(
        "development",
        false,
        "5".repeat(64),
        Details.Outcome.DONE,
        new ApplyReport.Progress(1, 1),
        null,
        null,
        state.outputs(),
        List.of(problem),
        null,
        null);
  }

  private static String cut(String text, Masker masker, List<Integer> cuts) throws IOException {
    StringWriter out = new StringWriter();
    try (MaskingWriter writer = new MaskingWriter(out, masker)) {
      int at = 0;
      for (int i = 0; at < text.length(); i++) {
        int end = Math.min(text.length(), at + cuts.get(i % cuts.size()));
        writer.write(text.substring(at, end));
        writer.flush();
        at = end;
      }
    }
    return out.toString();
  }
}
