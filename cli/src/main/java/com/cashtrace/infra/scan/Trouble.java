package com.cashtrace.infra.scan;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a document that should be a plan or a state.
 *
 * @param name what messages call it
 */
record Trouble(String name) {

  private static final int LONGEST = 80;
  private static final String SHOW = "'terraform show -json PLANFILE' prints one";

  /** It is not even what terraform could have written. */
  FailureException unreadable(String what) {
    return failure("plan-unreadable", what, null, null);
  }

  /** It is well formed, and is something else. */
  FailureException foreign(String what, @Nullable String hint) {
    return failure("not-a-plan-or-state", what, hint == null ? SHOW : hint, null);
  }

  /** It is of a format that is not known. */
  FailureException format(String version) {
    return failure(
        "plan-format",
        "has format version '" + shortened(version) + "'; this program reads 1.x",
        "use a newer cashtrace-infra, or an older terraform",
        null);
  }

  /** It is what a plan that failed left. */
  FailureException errored() {
    return failure(
        "plan-errored", "is the rest of a plan that failed", "plan again without errors", null);
  }

  /** What the JSON library says, without its own words: they may quote a secret. */
  FailureException broken(IOException cause) {
    if (cause instanceof StreamConstraintsException) {
      return failure(
          "plan-unreadable", "nests deeper, or has a longer text, than any plan", null, cause);
    }
    if (!(cause instanceof JsonProcessingException json)) {
      return failure("plan-unreadable", "can't be read: " + cause.getMessage(), null, cause);
    }
    String place =
        json.getLocation() == null
            ? ""
            : String.format(
                Locale.ROOT,
                ": line %d, column %d is wrong or the last there is",
                json.getLocation().getLineNr(),
                json.getLocation().getColumnNr());
    return failure("plan-unreadable", "is not JSON as terraform writes it" + place, SHOW, cause);
  }

  /** Text of the document for a message, no longer than a line. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private FailureException failure(
      String code, String what, @Nullable String hint, @Nullable Exception cause) {
    Problem problem = Problem.error(code, "'" + name + "' " + what, Location.ofFile(name));
    return new FailureException(problem.withHint(hint), ExitCode.FAILED, cause);
  }
}
