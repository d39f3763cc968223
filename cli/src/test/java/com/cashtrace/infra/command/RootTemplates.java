package com.cashtrace.infra.command;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Templates of a project that make a root of backend and provider alone. */
final class RootTemplates {

  private static final List<String> PAGES =
      List.of("backend.tf.j2", "providers.tf.j2", "versions.tf.j2", "terraform.lock.hcl");

  private RootTemplates() {}

  /** Copies our own into a project, and returns the folder, where a test adds what it needs. */
  static Path copyTo(Path project) throws IOException {
    Path templates = Files.createDirectories(project.resolve("templates/aws"));
    Path own = GeneratedFile.repository().resolve("templates/aws");
    for (String page : PAGES) {
      Files.copy(own.resolve(page), templates.resolve(page));
    }
    return templates;
  }

  /** Takes the provider out: a tenth of a second instead of four for each run of terraform. */
  static void withoutProvider(Path project) throws IOException {
    Path templates = project.resolve("templates/aws");
    Files.deleteIfExists(templates.resolve("providers.tf.j2"));
    Files.writeString(templates.resolve("terraform.lock.hcl"), "# there is none to lock\n");
    Files.writeString(
        templates.resolve("versions.tf.j2"), "terraform {\n  required_version = \">= 1.11\"\n}\n");
  }
}
