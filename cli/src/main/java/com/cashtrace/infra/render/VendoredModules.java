package com.cashtrace.infra.render;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The modules of one provider as copies for rendered roots, without their tests and pages. */
final class VendoredModules {

  private final Resources resources;
  private final String folder;
  private final Map<String, SortedMap<String, String>> read = new HashMap<>();

  /** Reads from a folder of the resources, such as {@code terraform-modules/aws}. */
  VendoredModules(Resources resources, String folder) {
    this.resources = resources;
    this.folder = folder;
  }

  /** Path in the root to text of the files of a module. */
  SortedMap<String, String> of(String module) {
    return read.computeIfAbsent(module, this::files);
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
    return Collections.unmodifiableSortedMap(files);
  }
}
