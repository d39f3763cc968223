package com.cashtrace.infra.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private static final Resources RESOURCES = Resources.packaged();
  private final Catalog catalog = Catalog.read(RESOURCES);

  @Test
  void putsTheLocalZoneOfLagosInNigeriaAndItsParentInSouthAfrica() {
    Regions regions = catalog.regions();
    assertThat(regions.countryOfZone("af-south-1-los-1a")).contains("NG");
    assertThat(regions.countryOfZone("af-south-1a")).contains("ZA");
    assertThat(regions.regionOfZone("eu-west-1a")).map(Region::code).contains("eu-west-1");
  }

  @Test
  void guessesNoCountryForAZoneThatItDoesNotKnow() {
    assertThat(catalog.regions().countryOfZone("af-south-9a")).isEmpty();
    assertThat(catalog.regions().region("af-south-9")).isEmpty();
  }

  @Test
  void knowsFargatePairsByCpuUnits() {
    assertThat(catalog.fargate().of(256).orElseThrow().memory())
        .containsExactlyInAnyOrder(512L, 1024L, 2048L);
    assertThat(catalog.fargate().of(16_384).orElseThrow().memory()).contains(122_880L).hasSize(12);
    assertThat(catalog.fargate().of(300)).isEmpty();
  }

  @Test
  void givesTheInstanceClassOfASize() {
    assertThat(catalog.sizes().instanceClass("small")).isEqualTo("db.t4g.small");
    assertThat(catalog.sizes().nodeType("medium")).isEqualTo("cache.m7g.large");
  }

  @Test
  void takesTheLengthOfASuffixOffTheLimit() {
    CausedName green =
        catalog.names().of("services").stream()
            .filter(name -> name.when() == NameCondition.CODE_DEPLOY)
            .findFirst()
            .orElseThrow();
    assertThat(green.of("x")).isEqualTo("x-green");
    assertThat(green.room()).isEqualTo(26);
  }

  @Test
  void knowsTheVersionsOfEngines() {
    Engines engines = catalog.engines();
    assertThat(engines.cache("redis").orElseThrow().has("8.0")).isFalse();
    assertThat(engines.cache("valkey").orElseThrow().has("8.0")).isTrue();
    assertThat(engines.database("postgres").orElseThrow().has("16.8")).isTrue();
    assertThat(engines.database("oracle")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "databases: {}",
        "databases: []\ncaches: {}",
        "databases: { small: }\ncaches: {}",
        "databases: { small: [db.t4g.small] }\ncaches: {}"
      })
  void failsWithThePlaceInAFolderThatSomebodyHandsIn(String text, @TempDir Path folder)
      throws IOException {
    Path catalogFolder = Files.createDirectories(folder.resolve("catalog"));
    Files.writeString(catalogFolder.resolve("sizes.yaml"), text);
    assertThatThrownBy(() -> Sizes.read(new Resources(Map.of("schemas", folder))))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("catalog-invalid");
              assertThat(e.problem().location()).isNotNull();
            });
  }

  @Test
  void failsOverAPatternThatIsNone(@TempDir Path folder) throws IOException {
    Path catalogFolder = Files.createDirectories(folder.resolve("catalog"));
    String text = RESOURCES.read("schemas/catalog/engines.yaml").replace("^7\\.[01]$", "^7(");
    Files.writeString(catalogFolder.resolve("engines.yaml"), text);
    assertThatThrownBy(() -> Engines.read(new Resources(Map.of("schemas", folder))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("of the form");
  }

  @Test
  void failsOverASizeThatTheFolderLacks() {
    assertThatThrownBy(() -> new Sizes(Map.of(), Map.of()).instanceClass("huge"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("'huge'");
  }
}
