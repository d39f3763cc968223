package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.Digests;
import java.util.Map;
import java.util.SortedMap;

/** What {@code manifest.json} tells: which spec and which program gave which files. */
final class Manifest {

  /** Changes when the form of the file does. */
  static final String FORMAT_VERSION = "1";

  private Manifest() {}

  /**
   * The text of the file.
   *
   * @param files all but itself
   * @param modules those of them that are vendored, whose digests are taken once
   */
  static String text(
      Environment environment,
      String version,
      SortedMap<String, String> files,
      VendoredModules modules) {
    String spec = SpecDigest.of(environment.document().root());
    return JsonText.of(
        json -> {
          json.writeStringField("formatVersion", FORMAT_VERSION);
          json.writeStringField("program", "cashtrace-infra");
          json.writeStringField("programVersion", version);
          json.writeStringField("environment", environment.name());
          json.writeStringField("specSha256", spec);
          json.writeObjectFieldStart("files");
          for (Map.Entry<String, String> file : files.entrySet()) {
            if (!RenderedTree.WITHOUT_DIGEST.contains(file.getKey())) {
              String known = modules.digest(file.getKey());
              json.writeStringField(
                  file.getKey(), known == null ? Digests.sha256(file.getValue()) : known);
            }
          }
          json.writeEndObject();
        });
  }
}
