package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a text holds, Terraform reads just that text, in Unicode's form NFC. */
class EscapingIT {

  private static final List<String> FRAGMENTS =
      List.of(
          "${",
          "%{",
          "$${",
          "%%{",
          "{{",
          "}}",
          "{%",
          "%}",
          "{#",
          "${~",
          "~}",
          "}",
          "{",
          "$",
          "%",
          "\"",
          "\\",
          "\\\"",
          "\n",
          "\r\n",
          "\t",
          "<<EOT",
          "#",
          "//",
          "/*",
          "e\u0301",
          "\u212B",
          "\u0344",
          "\uAC00\u11A8",
          "\u202E",
          "\u200D",
          "\uFEFF",
          "😀",
          "𝒳",
          "₦",
          "var.x",
          " ");

  /** Many texts a run, since a start of terraform costs far more than a text. */
  @Property(tries = 4)
  void everyTextComesBackFromTerraform(@ForAll("texts") List<String> texts) throws Exception {
    try (Scratch scratch = Scratch.create()) {
      assertThat(throughTerraform(scratch.folder(), texts))
          .isEqualTo(texts.stream().map(EscapingIT::normalized).toList());
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> anything =
        Arbitraries.integers()
            .between(1, Character.MAX_CODE_POINT)
            .filter(c -> !HclText.isRefused(c) && Character.isDefined(c))
            .map(Character::toString);
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(FRAGMENTS)),
            Tuple.of(1, anything),
            Tuple.of(1, Arbitraries.chars().range('\1', '\u00FF').map(String::valueOf)));
    return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces)).list().ofSize(500);
  }

  private static List<String> throughTerraform(Path folder, List<String> texts) throws Exception {
    String hcl = "output \"texts\" {\nvalue = " + HclValue.print(texts) + "\n}\n";
    Files.writeString(folder.resolve("outputs.tf"), HclLayout.format(hcl));
    TerraformTool terraform = TerraformTool.find();
    TerraformTool.Result applied = terraform.run(folder, "apply", "-auto-approve", "-no-color");
    assertThat(applied.status()).as(applied.output()).isZero();
    List<String> read = new ArrayList<>();
    JsonNode outputs =
        new ObjectMapper().readTree(terraform.run(folder, "output", "-json").output());
    outputs.at("/texts/value").forEach(text -> read.add(text.textValue()));
    return read;
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
