package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.render.Renderer;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.RenderedFolder;
import com.cashtrace.infra.report.RenderedFolder.Change;
import com.cashtrace.infra.workspace.Difference;
import com.cashtrace.infra.workspace.UnifiedDiff;
import com.cashtrace.infra.workspace.Workspace;
import java.util.List;
import java.util.function.BiConsumer;

/** Renders environments whose specs have nothing wrong with them. */
public final class Rendering {

  private final Validation validation;
  private final Renderer renderer;

  private Rendering(Validation validation, Renderer renderer) {
    this.validation = validation;
    this.renderer = renderer;
  }

  /** Wires the steps for one folder of specs; {@code version} is that of the program. */
  public static Rendering of(
      SpecFolder folder, Resources resources, String version, Judging judging) {
    Catalog catalog = Validation.catalog(resources, judging);
    return new Rendering(
        Validation.of(folder, resources, catalog, judging),
        new Renderer(resources, catalog.sizes(), version));
  }

  /**
   * Checks the named environments, or all, and if there is no error renders one after the other and
   * hands each on. With an error nothing is rendered.
   *
   * @return what the check found
   */
  public CheckResult render(List<String> names, BiConsumer<Environment, RenderedTree> use) {
    Validation.Checked checked = validation.check(names);
    if (checked.result().exitCode() == ExitCode.OK) {
      checked
          .environments()
          .forEach(environment -> use.accept(environment, renderer.render(environment)));
    }
    return checked.result();
  }

  /** Makes a folder hold a tree. */
  public static RenderedFolder write(RenderedTree tree, Workspace workspace) {
    return folder(tree, workspace, workspace.write(tree), "");
  }

  /**
   * Tells in what a folder differs from a tree, and writes nothing. That a comment moved the lines
   * of the spec makes no folder out of date.
   */
  public static RenderedFolder compare(RenderedTree tree, Workspace workspace) {
    List<Difference> differences =
        workspace.compare(tree).stream()
            .filter(
                d -> d.kind() == Difference.Kind.ADDED || !d.path().equals(RenderedTree.SOURCES))
            .toList();
    return folder(tree, workspace, differences, UnifiedDiff.of(differences));
  }

  private static RenderedFolder folder(
      RenderedTree tree, Workspace workspace, List<Difference> differences, String diff) {
    List<Change> changes =
        differences.stream().map(d -> new Change(d.kind().verb(), d.path())).toList();
    String name = tree.environment();
    return new RenderedFolder(name, workspace.label(), tree.files().size(), changes, diff);
  }
}
