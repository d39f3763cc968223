package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Overlays;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.EnvironmentBinder;
import com.cashtrace.infra.schema.SpecSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Environments for tests, read, checked and filled as the program does it. */
public final class SampleEnvironments {

  private static final SpecSchema SCHEMA = new SpecSchema(Resources.packaged());

  private static final String FOUNDATION =
      """
      specVersion: 1
      tier: %s
      account:
        id: "111122223333"
        roles: { plan: infra-plan, apply: infra-apply, breakGlass: infra-break-glass }
      state: { bucket: tfstate, key: sample/terraform.tfstate }
      dns: { domain: example.org, zoneId: Z0123456789ABC }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency: { profiles: [african-regions] }
      network: { cidr: 10.9.0.0/16 }
      tags: { owner: platform, cost-centre: cc-1 }
      """;

  private SampleEnvironments() {}

  /** A renderer of what the program brings, as version 1.2.3. */
  public static Renderer renderer() {
    return renderer(Resources.packaged());
  }

  /** A renderer of the given resources, as version 1.2.3. */
  public static Renderer renderer(Resources resources) {
    return new Renderer(resources, Catalog.read(Resources.packaged()).sizes(), "1.2.3");
  }

  /** A development environment with the given components, as YAML that begins at the margin. */
  public static Environment with(String components) {
    return of("sample", FOUNDATION.formatted("development") + components);
  }

  /** The same of another tier. */
  public static Environment ofTier(String tier, String components) {
    return of("sample", FOUNDATION.formatted(tier) + components);
  }

  /** A whole spec in one file. */
  public static Environment of(String name, String yaml) {
    ReadResult<MapNode> read = YamlReader.readMap(new Source(SpecFolder.label(name), yaml));
    assertThat(read.problems()).isEmpty();
    MapNode root = Overlays.fold(List.of(read.value().orElseThrow()), new ArrayList<>());
    String file = SpecFolder.label(name);
    return bound(new Document(name, file, List.of(file), root));
  }

  /** An environment of a project's folder. */
  public static Environment load(Path project, String name) {
    ReadResult<Document> loaded = new SpecFolder(project).load(name);
    assertThat(loaded.problems()).isEmpty();
    return bound(loaded.value().orElseThrow());
  }

  private static Environment bound(Document document) {
    assertThat(SCHEMA.checkEnvironment(document)).isEmpty();
    return EnvironmentBinder.bind(SCHEMA.withDefaults(document));
  }
}
