package com.cashtrace.infra.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A README with a region that the build writes.
 *
 * @param name the file, for messages
 * @param text all of it
 */
record ModuleReadme(String name, String text) {

  private static final String BEGIN = "<!-- begin generated -->\n";
  private static final String END = "<!-- end generated -->\n";
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```hcl\\n(.*?)^```$");
  private static final Pattern OPENING =
      Pattern.compile("# [^\\n]+\\n\\n(.+?)\\n\\n.*", Pattern.DOTALL);

  static ModuleReadme of(Path file) {
    try {
      return new ModuleReadme(
          file.getParent().getFileName() + "/README.md", Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands right under the title, on one line. */
  String firstParagraph() {
    var opening = OPENING.matcher(text);
    if (!opening.matches()) {
      throw new IllegalArgumentException(name + ": no title with a paragraph under it");
    }
    return opening.group(1).replace('\n', ' ');
  }

  /** The module calls that it shows people under "Usage". */
  List<HclBlock> examples() {
    int usage = text.indexOf("\n## Usage\n");
    int end = text.indexOf("\n" + BEGIN);
    if (usage < 0 || end < usage) {
      throw new IllegalArgumentException(name + ": no section 'Usage' before the generated region");
    }
    return EXAMPLE
        .matcher(text.substring(usage, end))
        .results()
        .map((MatchResult example) -> HclReader.read(new HclSource(name, example.group(1))))
        .flatMap(file -> file.blocks().stream())
        .toList();
  }

  /** The whole text, with this in the generated region. */
  String withGenerated(String region) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0
        || end < begin
        || text.lastIndexOf(BEGIN) > begin
        || text.lastIndexOf(END) > end) {
      throw new IllegalArgumentException(name + ": must have one generated region");
    }
    return text.substring(0, begin + BEGIN.length()) + region + text.substring(end);
  }
}
