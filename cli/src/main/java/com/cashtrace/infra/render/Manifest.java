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

  /** The text of the file; {@code files} are all but itself. */
  static String text(Environment environment, String version, SortedMap<String, String> files) {
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
              json.writeStringField(file.getKey(), Digests.sha256(file.getValue()));
            }
          }
          json.writeEndObject();
        });
  }
}
