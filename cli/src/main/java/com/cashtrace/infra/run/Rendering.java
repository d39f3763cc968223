package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Once;
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
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Renders environments whose specs have nothing wrong with them. */
public final class Rendering {

  private final Validation validation;
  private final SideBySide<Renderer> renderers;
  private final Supplier<Renderer> shared;

  private Rendering(Validation validation, Supplier<Renderer> renderer) {
    this.validation = validation;
    this.renderers = new SideBySide<>(Runtime.getRuntime().availableProcessors(), renderer);
    this.shared = new Once<>(renderer);
  }

  /** Wires the steps for one folder of specs; {@code version} is that of the program. */
  public static Rendering of(
      SpecFolder folder, Resources resources, String version, Judging judging) {
    Supplier<Catalog> catalog = new Once<>(() -> Validation.catalog(resources, judging));
    return new Rendering(
        Validation.of(folder, resources, catalog, judging),
        () -> new Renderer(resources, catalog.get().sizes(), version));
  }

  /**
   * What it gave.
   *
   * @param checked what the check found; with an error nothing was rendered
   * @param values what was made of each environment, in their order
   */
  public record Result<T>(CheckResult checked, List<T> values) {

    /** Copies the list. */
    public Result {
      values = List.copyOf(values);
    }
  }

  /**
   * Checks the named environments, or all, and if there is no error renders them and hands each on:
   * several at once, from threads of its own.
   */
  public <T> Result<T> render(List<String> names, BiFunction<Environment, RenderedTree, T> use) {
    Validation.Checked checked = validation.check(names);
    List<T> values =
        checked.result().exitCode() == ExitCode.OK
            ? renderers.map(
                checked.environments(),
                (renderer, environment) -> use.apply(environment, renderer.render(environment)))
            : List.of();
    return new Result<>(checked.result(), values);
  }

  /** Checks the named environments, or all, and renders nothing. */
  public Validation.Checked check(List<String> names) {
    return validation.check(names);
  }

  /** The same without asking where their data is, which a state may be asked instead. */
  public Validation.Checked checkForm(List<String> names) {
    return validation.checkForm(names);
  }

  /** Renders an environment that no error stands against; several threads may ask. */
  public synchronized RenderedTree tree(Environment sound) {
    return shared.get().render(sound);
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
