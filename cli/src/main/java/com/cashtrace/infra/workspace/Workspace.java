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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder that holds a rendered tree. Its manifest tells which files are ours; any other file is
 * left alone, and where one stands in the way nothing is written at all.
 *
 * @param folder need not exist
 * @param label how the folder is called in messages
 */
public record Workspace(Path folder, String label) {

  private static final Comparator<Difference> MANIFEST_LAST =
      Comparator.comparing(difference -> difference.path().equals(RenderedTree.MANIFEST));

  /** In which files the folder is not what was rendered, sorted by path. */
  public List<Difference> compare(RenderedTree tree) {
    return compare(tree, earlier());
  }

  private List<Difference> compare(RenderedTree tree, EarlierRender earlier) {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return tree.files().entrySet().stream()
          .map(file -> new Difference(file.getKey(), Kind.ADDED, "", file.getValue()))
          .toList();
    }
    List<Difference> differences = new ArrayList<>();
    tree.files().forEach((path, text) -> compare(path, text, earlier).ifPresent(differences::add));
    for (String path : earlier.paths()) {
      if (!tree.files().containsKey(path)) {
        removed(path, earlier).ifPresent(differences::add);
      }
    }
    return differences;
  }

  /**
   * Makes the folder hold the tree and returns what was done. A kill or a full disk at any moment
   * leaves every file as it was or as it will be, and the next call finishes the work, whatever it
   * renders: a journal tells it which files are ours, and the manifest, which vouches for all
   * others, is written last.
   */
  public List<Difference> write(RenderedTree tree) {
    EarlierRender earlier = earlier();
    List<Difference> differences = compare(tree, earlier);
    Journal journal = new Journal(folder);
    if (!differences.isEmpty()) {
      journal.begin(earlier.journal(), tree);
      folders(tree, earlier).forEach(Folders::removeLeftovers);
    }
    differences.stream().sorted(MANIFEST_LAST).forEach(this::apply);
    journal.end();
    return differences;
  }

  private void apply(Difference difference) {
    Path file = folder.resolve(difference.path());
    if (difference.kind() == Kind.REMOVED) {
      Folders.remove(file, folder);
    } else {
      AtomicFiles.shared().write(file, difference.after());
    }
  }

  private SortedSet<Path> folders(RenderedTree tree, EarlierRender earlier) {
    SortedSet<String> paths = earlier.paths();
    paths.addAll(tree.files().keySet());
    SortedSet<Path> folders = new TreeSet<>();
    paths.forEach(path -> folders.add(folder.resolve(path).getParent()));
    return folders;
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
    if (!earlier.wrote(path, before)) {
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
    Optional<String> onDisk = read(path).filter(text -> earlier.wrote(path, text));
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
    SortedMap<String, String> journal = new Journal(folder).read();
    if (manifest.isEmpty()) {
      return new EarlierRender(Map.of(), journal);
    }
    return FileList.read(manifest.get())
        .map(digests -> EarlierRender.of(digests, journal))
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
