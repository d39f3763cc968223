package com.cashtrace.infra.terraform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file that lets a rendered root work with an S3 that is not AWS' own, such as an emulator or
 * one within a company: there a bucket is a part of the path, and not of the host's name. Which
 * endpoint it is terraform takes from the environment.
 */
public final class EndpointOverride {

  /** Its name in the root; the ending is what makes terraform merge it. */
  public static final String FILE = "endpoint_override.tf";

  /** The same for the backend, whose block a file could only replace as a whole. */
  static final List<String> INIT_OPTIONS = List.of("-backend-config=use_path_style=true");

  private EndpointOverride() {}

  /** True if these variables of a process name another endpoint than AWS' own. */
  static boolean isNeeded(Map<String, String> variables) {
    boolean ignored =
        variables.getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "").equals("true");
    return !ignored
        && List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3").stream()
            .anyMatch(name -> !variables.getOrDefault(name, "").isEmpty());
  }

  /** True if, besides, the root is bound to the provider whose block the file adds to. */
  public static boolean isNeeded(Map<String, String> variables, Path root) {
    return isNeeded(variables)
        && LockFile.of(root).stream().anyMatch(provider -> provider.type().equals("aws"));
  }

  /** The text of the file. */
  public static String text() {
    return """
    # The environment names an endpoint of its own for S3: this file is what that adds to the root.

    provider "aws" {
      s3_use_path_style = true
    }
    """;
  }
}
