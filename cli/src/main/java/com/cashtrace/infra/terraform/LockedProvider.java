package com.cashtrace.infra.terraform;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A provider as a lock file pins it.
 *
 * @param host the registry that names it
 * @param namespace who makes it
 * @param type its name
 * @param version the one version
 */
public record LockedProvider(String host, String namespace, String type, String version) {

  /** True if a mirror holds it for that platform, unpacked or as the archive of a release. */
  boolean isIn(Path mirror, String platform) {
    String archive = "terraform-provider-" + type + "_" + version + "_" + platform + ".zip";
    return Files.isDirectory(packageFolder(mirror, platform))
        || Files.isRegularFile(
            mirror.resolve(host).resolve(namespace).resolve(type).resolve(archive));
  }

  /** Where the unpacked provider stands below a mirror, or below {@code .terraform/providers}. */
  Path packageFolder(Path folder, String platform) {
    return folder.resolve(host).resolve(namespace).resolve(type).resolve(version).resolve(platform);
  }

  /** As people name it: {@code hashicorp/aws 5.100.0}. */
  @Override
  public String toString() {
    return namespace + "/" + type + " " + version;
  }
}
