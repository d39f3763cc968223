package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains the two things that terraform itself explains badly: a wrong mirror and none at all. */
record InitAdvice(MirrorChoice mirror) {

  Problem explain(Diagnostic diagnostic) {
    return diagnostic.problem(diagnostic.isError() ? hint(diagnostic) : null);
  }

  private @Nullable String hint(Diagnostic diagnostic) {
    // terraform wraps its lines where it likes
    String text = (diagnostic.summary() + " " + diagnostic.detail()).replaceAll("\\s+", " ");
    if (text.contains("doesn't match any of the checksums")) {
      return mirror.folder() == null
          ? "the provider that was fetched is not the one that the lock file pins by its hash"
          : "the mirror '"
              + mirror.folder()
              + "' holds another build of the provider than the lock file pins by its hash;"
              + " fill it with 'terraform providers mirror', or name another with"
              + " --provider-mirror";
    }
    if (text.contains("Failed to query available provider packages")
        || text.contains("Failed to install provider")) {
      return mirror.folder() == null ? noneAnywhere() : null;
    }
    return null;
  }

  private String noneAnywhere() {
    String searched =
        mirror.searched().stream().map(Path::toString).collect(Collectors.joining(", "));
    return "without network a mirror is needed: 'terraform providers mirror FOLDER', run in this"
        + " root on a machine with network, makes one; name it with --provider-mirror, or put it"
        + " where it is looked for: "
        + searched;
  }
}
