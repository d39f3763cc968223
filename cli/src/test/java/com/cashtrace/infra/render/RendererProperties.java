package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rendering is a function of what the spec says. */
class RendererProperties {

  private static final Renderer RENDERER = SampleEnvironments.renderer();

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void sameSpecSameBytes(@ForAll("specs") Map<String, Object> spec) {
    Environment environment = SampleEnvironments.of("x", RandomSpecs.json(spec, 1));
    assertThat(SampleEnvironments.renderer().render(environment))
        .isEqualTo(RENDERER.render(environment));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void commentsAndTheOrderOfKeysChangeNothingButTheSources(
      @ForAll("specs") Map<String, Object> spec, @ForAll long seed) {
    RenderedTree tree = render(RandomSpecs.json(spec, seed));
    RenderedTree other = render("# a comment\n\n" + RandomSpecs.json(spec, ~seed) + " # another");
    assertThat(withoutSources(other)).isEqualTo(withoutSources(tree));
    assertThat(other.files().get(RenderedTree.SOURCES))
        .isNotEqualTo(tree.files().get(RenderedTree.SOURCES));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void layoutOfALaidOutFileChangesNothing(@ForAll("specs") Map<String, Object> spec) {
    render(RandomSpecs.json(spec, 1))
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".tf") && !path.startsWith("modules/")) {
                assertThat(HclLayout.format(text)).as(path).isEqualTo(text);
              }
            });
  }

  @Provide
  Arbitrary<Map<String, Object>> specs() {
    return RandomSpecs.specs();
  }

  private static RenderedTree render(String yaml) {
    return RENDERER.render(SampleEnvironments.of("x", yaml));
  }

  private static Map<String, String> withoutSources(RenderedTree tree) {
    Map<String, String> files = new TreeMap<>(tree.files());
    files.remove(RenderedTree.SOURCES);
    return files;
  }
}
