package com.cashtrace.infra.workspace;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.render.RenderedTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an earlier render says it wrote into a folder.
 *
 * @param digests path below the folder to SHA-256 of what was written; empty for files of which no
 *     digest is taken
 */
record EarlierRender(Map<String, String> digests) {

  private static final String PROGRAM = "cashtrace-infra";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No render was here before. */
  static final EarlierRender NONE = new EarlierRender(Map.of());

  /**
   * Reads a manifest; nothing if it is not one of ours. A path that leads out of the folder makes
   * it not ours, since files that it names are removed.
   */
  static Optional<EarlierRender> read(String manifest) {
    try {
      JsonNode root = JSON.readTree(manifest);
      Map<String, String> digests = new TreeMap<>();
      root.path("files").properties().forEach(e -> digests.put(e.getKey(), e.getValue().asText()));
      boolean ours =
          root.path("program").asText().equals(PROGRAM)
              && digests.keySet().stream().allMatch(EarlierRender::staysInside);
      RenderedTree.WITHOUT_DIGEST.forEach(path -> digests.put(path, ""));
      return ours ? Optional.of(new EarlierRender(digests)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean staysInside(String path) {
    try {
      Path parsed = Path.of(path);
      return !path.isEmpty()
          && !parsed.isAbsolute()
          && parsed.equals(parsed.normalize())
          && !parsed.startsWith("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  boolean wrote(String path) {
    return digests.containsKey(path);
  }

  /** True if the text is what the earlier render wrote, or if nobody can tell. */
  boolean wroteJust(String path, String text) {
    String digest = digests.getOrDefault(path, "");
    return digest.isEmpty() || digest.equals(Digests.sha256(text));
  }
}
