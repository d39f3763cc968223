package com.cashtrace.infra.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.render.RenderedTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lies in a folder from the first change of a write to its end, and lists what the write makes:
 * should it be cut short, the next one knows the files as ours, although no manifest names them.
 *
 * @param folder which is written
 */
record Journal(Path folder) {

  static final String NAME = ".cashtrace-render.json";

  /** Path to digest of the files of a write that was cut short; empty after a whole one. */
  SortedMap<String, String> read() {
    return Folders.read(folder.resolve(NAME))
        .flatMap(bytes -> FileList.read(new String(bytes, UTF_8)))
        .orElseGet(TreeMap::new);
  }

  /** Begins a write; what the journal of one that was cut short listed stays listed. */
  void begin(Map<String, String> earlier, RenderedTree tree) {
    SortedMap<String, String> digests = new TreeMap<>(earlier);
    SortedMap<String, String> listed = manifest(tree);
    tree.files()
        .forEach(
            (path, text) -> {
              String digest = listed.get(path);
              digests.put(path, digest == null ? Digests.sha256(text) : digest);
            });
    AtomicFiles.shared().write(folder.resolve(NAME), FileList.text(digests));
  }

  /** The digests that the tree itself tells, which need not be taken again. */
  private static SortedMap<String, String> manifest(RenderedTree tree) {
    return Optional.ofNullable(tree.files().get(RenderedTree.MANIFEST))
        .flatMap(FileList::read)
        .orElseGet(TreeMap::new);
  }

  /** Ends a write. */
  void end() {
    Folders.remove(folder.resolve(NAME), folder);
  }
}
