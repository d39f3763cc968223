package com.cashtrace.infra.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.Appending;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a step of GitHub Actions hands on beside its log: a page for people and values for later
 * steps. Outside of GitHub Actions there is neither, and nothing happens.
 *
 * @param world names the files in its variables, and hides secrets
 */
record GithubFiles(World world) {

  /** GitHub drops the whole page of a step that is longer. */
  private static final long LONGEST_SUMMARY = 1 << 20;

  private static final String CUT =
      "\n_The rest does not fit here: the log of this step holds all._\n";

  /** Hands a value to later steps. */
  void output(String name, String value) {
    Path file = file("GITHUB_OUTPUT");
    if (file != null) {
      String line = world.masker().mask(value).replaceAll("[\\r\\n]+", " ");
      Appending.to(file, name + "=" + line + "\n");
    }
  }

  /** Adds Markdown to the page of the step. */
  void summary(String markdown) {
    Path file = file("GITHUB_STEP_SUMMARY");
    if (file == null) {
      return;
    }
    long room = LONGEST_SUMMARY - Appending.size(file) - CUT.length();
    String text = "\n" + world.masker().mask(markdown);
    if (text.getBytes(UTF_8).length <= room) {
      Appending.to(file, text);
    } else if (room > 0) {
      Appending.to(file, CUT);
    }
  }

  /** True if a page is wanted. */
  boolean hasSummary() {
    return file("GITHUB_STEP_SUMMARY") != null;
  }

  private @Nullable Path file(String variable) {
    String name = world.environment().getOrDefault(variable, "");
    return name.isEmpty() ? null : world.directory().resolve(name);
  }
}
