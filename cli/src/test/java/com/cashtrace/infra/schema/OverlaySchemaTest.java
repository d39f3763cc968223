package com.cashtrace.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.document.YamlReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OverlaySchemaTest {

  @Test
  void isCurrent() throws IOException {
    new GeneratedFile(OverlaySchema.PATH).mustBe(OverlaySchema.generate(Resources.packaged()));
  }

  @Test
  void findsNothingWrongWithAnyFileOfTheReferenceEnvironments() {
    SpecSchema schema = new SpecSchema(Resources.packaged());
    SpecFolder folder = new SpecFolder(GeneratedFile.repository());

    assertThat(folder.all()).contains("base", "production");
    assertThat(folder.all())
        .allSatisfy(
            name ->
                assertThat(schema.checkFile(folder.file(name).value().orElseThrow())).isEmpty());
  }

  @Test
  void requiresNothingAndTakesNullAnywhere() {
    assertThat(problems("tier: null\nplace: { zones: null }\nservices: { api: null }")).isEmpty();
  }

  @Test
  void stillRefusesAnUnknownKey() {
    assertThat(problems("services: { api: { cpus: 1 } }"))
        .containsExactly("unknown-key 'cpus' is not a key of services.api");
  }

  private static java.util.List<String> problems(String yaml) {
    MapNode map = YamlReader.readMap(new Source("x.yaml", yaml)).value().orElseThrow();
    return new SpecSchema(Resources.packaged())
        .checkFile(map).stream().map(p -> p.code() + " " + p.message()).toList();
  }
}
