package com.cashtrace.infra.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files and digests that a manifest lists, and in the same form a journal. */
final class FileList {

  private static final String PROGRAM = "cashtrace-infra";
  private static final ObjectMapper JSON = new ObjectMapper();

  private FileList() {}

  /**
   * Path to digest; nothing if the text is not one of ours. A path that leads out of the folder
   * makes it not ours, since files that it names are removed.
   */
  static Optional<SortedMap<String, String>> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      SortedMap<String, String> digests = new TreeMap<>();
      root.path("files").properties().forEach(e -> digests.put(e.getKey(), e.getValue().asText()));
      boolean ours =
          root.path("program").asText().equals(PROGRAM)
              && digests.keySet().stream().allMatch(FileList::staysInside);
      return ours ? Optional.of(digests) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The least that {@link #read} understands. */
  static String text(SortedMap<String, String> digests) {
    ObjectNode root = JSON.createObjectNode().put("program", PROGRAM);
    ObjectNode files = root.putObject("files");
    digests.forEach(files::put);
    return root.toPrettyString() + "\n";
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
}
