package com.cashtrace.infra.render;

import com.cashtrace.infra.catalog.Sizes;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.FailureException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Renders environments: the same environment gives the same bytes on every machine. Templates and
 * modules are read once. Not safe for use by several threads.
 */
public final class Renderer {

  private static final String LOCK = "terraform.lock.hcl";

  private final Resources resources;
  private final Sizes sizes;
  private final String version;
  private final Map<String, Provider> providers = new HashMap<>();

  /** What a provider brings: templates, the modules that they call, the lock of its plugins. */
  private record Provider(
      TemplateFolder folder, Templates templates, VendoredModules modules, String lock) {}

  /** Reads from the given resources; {@code version} is that of the program. */
  public Renderer(Resources resources, Sizes sizes, String version) {
    this.resources = resources;
    this.sizes = sizes;
    this.version = version;
  }

  /**
   * The root of an environment that has passed schema and rules, and in which {@link
   * UnrenderableText} found nothing.
   *
   * @throws FailureException for a template that cannot be filled, with its place
   */
  public RenderedTree render(Environment environment) {
    Provider provider = providers.computeIfAbsent(environment.place().provider(), this::read);
    SortedMap<String, String> files = pages(environment, provider);
    String sources = ModuleBlocks.sourcesJson(environment, files.values());
    for (String module : ModuleBlocks.sources(files.values())) {
      files.putAll(provider.modules().of(module));
    }
    files.put("." + LOCK, provider.lock());
    files.put(RenderedTree.SOURCES, sources);
    files.put(
        RenderedTree.MANIFEST, Manifest.text(environment, version, files, provider.modules()));
    return new RenderedTree(environment.name(), files);
  }

  private Provider read(String provider) {
    String home = "templates/" + provider;
    TemplateFolder folder = TemplateFolder.read(resources, home);
    String lock = resources.read(home + "/" + LOCK).replace("\r\n", "\n");
    VendoredModules modules = new VendoredModules(resources, "terraform-modules/" + provider);
    return new Provider(folder, new Templates(folder), modules, lock);
  }

  private SortedMap<String, String> pages(Environment environment, Provider provider) {
    Map<String, Object> values = RootValues.of(environment, sizes);
    SortedMap<String, String> files = new TreeMap<>();
    for (String page : provider.folder().pages()) {
      String text = HclLayout.format(provider.templates().fill(page, values));
      if (!text.isEmpty()) {
        files.put(page.substring(0, page.length() - TemplateFolder.ENDING.length()), text);
      }
    }
    return files;
  }
}
