package com.cashtrace.infra.render;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The modules of one provider as copies for rendered roots, without their tests and pages. */
final class VendoredModules {

  private final Resources resources;
  private final String folder;
  private final Map<String, SortedMap<String, String>> read = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  /** Reads from a folder of the resources, such as {@code terraform-modules/aws}. */
  VendoredModules(Resources resources, String folder) {
    this.resources = resources;
    this.folder = folder;
  }

  /** Path in the root to text of the files of a module. */
  SortedMap<String, String> of(String module) {
    return read.computeIfAbsent(module, this::files);
  }

  /** The digest of a file that {@link #of} gave, or null for any other. */
  @Nullable String digest(String path) {
    return digests.get(path);
  }

  private SortedMap<String, String> files(String module) {
    String home = folder + "/" + module;
    SortedMap<String, String> files = new TreeMap<>();
    for (String path : resources.list(home)) {
      String below = path.substring(home.length() + 1);
      if (below.endsWith(".tf") && !below.startsWith("tests/") && !below.startsWith(".")) {
        String text = resources.read(path).replace("\r\n", "\n");
        files.put("modules/" + module + "/" + below, text);
      }
    }
    if (files.isEmpty()) {
      throw new FailureException(
          Problem.unlocated(
              "module-missing",
              "a template calls the module '" + module + "', which " + folder + " does not have",
              "the folder given for the modules must hold it"));
    }
    files.forEach((path, text) -> digests.put(path, Digests.sha256(text)));
    return Collections.unmodifiableSortedMap(files);
  }
}
