package com.cashtrace.infra.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.workspace.Difference.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder that holds a rendered tree. Its manifest tells which files are ours; any other file is
 * left alone, and where one stands in the way nothing is written at all.
 *
 * @param folder need not exist
 * @param label how the folder is called in messages
 */
public record Workspace(Path folder, String label) {

  /** In which files the folder is not what was rendered, sorted by path. */
  public List<Difference> compare(RenderedTree tree) {
    EarlierRender earlier = earlier();
    List<Difference> differences = new ArrayList<>();
    tree.files().forEach((path, text) -> compare(path, text, earlier).ifPresent(differences::add));
    for (String path : earlier.digests().keySet()) {
      if (!tree.files().containsKey(path)) {
        removed(path, earlier).ifPresent(differences::add);
      }
    }
    return differences;
  }

  /**
   * Makes the folder hold the tree and returns what was done. A kill at any moment leaves every
   * file as it was or as it will be, and the next call finishes the work: files are removed while
   * the old manifest still names them, and the new manifest is written before the files that it
   * names.
   */
  public List<Difference> write(RenderedTree tree) {
    List<Difference> differences = compare(tree);
    for (Difference difference : differences) {
      if (difference.kind() == Kind.REMOVED) {
        Folders.remove(folder.resolve(difference.path()), folder);
      }
    }
    AtomicFiles files = AtomicFiles.shared();
    if (!differences.isEmpty()) {
      String manifest = tree.files().getOrDefault(RenderedTree.MANIFEST, "");
      files.write(folder.resolve(RenderedTree.MANIFEST), manifest);
    }
    for (Difference difference : differences) {
      boolean isManifest = difference.path().equals(RenderedTree.MANIFEST);
      if (difference.kind() != Kind.REMOVED && !isManifest) {
        files.write(folder.resolve(difference.path()), difference.after());
      }
    }
    folders(tree).forEach(Folders::removeLeftovers);
    return differences;
  }

  private List<Path> folders(RenderedTree tree) {
    return tree.files().keySet().stream()
        .map(path -> folder.resolve(path).getParent())
        .distinct()
        .toList();
  }

  private Optional<Difference> compare(String path, String text, EarlierRender earlier) {
    refuseLinks(path);
    Optional<String> onDisk = read(path);
    if (onDisk.isEmpty()) {
      return Optional.of(new Difference(path, Kind.ADDED, "", text));
    }
    String before = onDisk.get();
    if (before.equals(text)) {
      return Optional.empty();
    }
    if (!earlier.wrote(path)) {
      throw failure(
          "foreign-file",
          path,
          "this file was not written by this program, and one of that name has to be",
          "move it away, or name another folder with --out");
    }
    Kind kind = earlier.wroteJust(path, before) ? Kind.CHANGED : Kind.EDITED;
    return Optional.of(new Difference(path, kind, before, text));
  }

  private Optional<Difference> removed(String path, EarlierRender earlier) {
    refuseLinks(path);
    Optional<String> onDisk = read(path);
    if (onDisk.isPresent() && !earlier.wroteJust(path, onDisk.get())) {
      throw failure(
          "edited-file",
          path,
          "this file is no longer rendered, and it was edited by hand",
          "remove it if its content is not needed any more");
    }
    return onDisk.map(text -> new Difference(path, Kind.REMOVED, text, ""));
  }

  private EarlierRender earlier() {
    refuseLinks(RenderedTree.MANIFEST);
    Optional<String> manifest = read(RenderedTree.MANIFEST);
    if (manifest.isEmpty()) {
      return EarlierRender.NONE;
    }
    return EarlierRender.read(manifest.get())
        .orElseThrow(
            () ->
                failure(
                    "foreign-file",
                    RenderedTree.MANIFEST,
                    "this file is no manifest of this program",
                    "name another folder with --out"));
  }

  /** A link below the folder could lead a write or a removal out of it. */
  private void refuseLinks(String path) {
    Path at = folder;
    for (Path name : Path.of(path)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        throw failure(
            "symbolic-link",
            folder.relativize(at).toString(),
            "this is a symbolic link, and writing through it could leave the folder",
            "remove the link, or name another folder with --out");
      }
    }
  }

  private Optional<String> read(String path) {
    return Folders.read(folder.resolve(path)).map(bytes -> new String(bytes, UTF_8));
  }

  private FailureException failure(String code, String path, String message, String hint) {
    Location place = Location.ofFile(label + "/" + path);
    Problem problem = Problem.error(code, message, place).withHint(hint);
    return new FailureException(problem, ExitCode.FAILED, null);
  }
}
