package com.cashtrace.infra.workspace;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.render.RenderedTree;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier renders wrote into a folder.
 *
 * @param manifest path below the folder to SHA-256 of what the last whole write wrote; empty for
 *     files of which no digest is taken
 * @param journal the same of writes that were cut short after it
 */
record EarlierRender(Map<String, String> manifest, Map<String, String> journal) {

  /** Adds to what the manifest lists the files of which it holds no digest. */
  static EarlierRender of(Map<String, String> manifest, Map<String, String> journal) {
    Map<String, String> all = new TreeMap<>(manifest);
    RenderedTree.WITHOUT_DIGEST.forEach(path -> all.put(path, ""));
    return new EarlierRender(all, journal);
  }

  /** Every file that one of them may have written. */
  SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>(manifest.keySet());
    paths.addAll(journal.keySet());
    return paths;
  }

  /**
   * True if the file that holds this text is ours, edited since or not. A file that only a journal
   * names is ours as long as it is what the journal says: the write may not have come to it.
   */
  boolean wrote(String path, String text) {
    return manifest.containsKey(path) || isJournaled(path, text);
  }

  /** True if the text is what an earlier render wrote, or if nobody can tell. */
  boolean wroteJust(String path, String text) {
    String digest = manifest.getOrDefault(path, "");
    return digest.isEmpty() || digest.equals(Digests.sha256(text)) || isJournaled(path, text);
  }

  private boolean isJournaled(String path, String text) {
    return Digests.sha256(text).equals(journal.get(path));
  }
}
