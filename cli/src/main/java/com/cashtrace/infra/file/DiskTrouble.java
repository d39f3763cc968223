package com.cashtrace.infra.file;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Turns what the operating system says about a file into a problem that says what to do. */
public final class DiskTrouble {

  private DiskTrouble() {}

  /** The failure of a write, which has left the old content in place. */
  public static FailureException writing(Path path, IOException cause) {
    return failure(path, "written", cause);
  }

  /** The failure of a removal. */
  public static FailureException removing(Path path, IOException cause) {
    return failure(path, "removed", cause);
  }

  /** The failure of a read. */
  public static FailureException reading(Path path, IOException cause) {
    return failure(path, "read", cause);
  }

  private static FailureException failure(Path path, String verb, IOException cause) {
    String said = Objects.requireNonNullElse(cause.getMessage(), "").toLowerCase(Locale.ROOT);
    String cannot = "this file cannot be " + verb + ": ";
    Problem problem;
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      problem =
          error("disk-full", path, cannot + "the disk is full")
              .withHint("free some space and run the same command again; nothing is half-written");
    } else if (said.contains("read-only file system")) {
      problem =
          error("disk-read-only", path, cannot + "the file system is read-only")
              .withHint("name another folder, or mount this one for writing");
    } else if (cause instanceof AccessDeniedException) {
      problem =
          error("no-permission", path, cannot + "permission denied")
              .withHint("name a folder that you may write to, or change who owns this one");
    } else if (isInTheWay(cause, said)) {
      problem =
          error(
                  "not-a-folder",
                  path,
                  cannot
                      + "a file stands where a folder is needed, or a folder"
                      + " where a file is")
              .withHint("move it away, or name another folder");
    } else {
      problem = error("disk-error", path, cannot + reason(cause));
    }
    return new FailureException(problem, ExitCode.FAILED, cause);
  }

  private static boolean isInTheWay(IOException cause, String said) {
    return cause instanceof NotDirectoryException
        || cause instanceof FileAlreadyExistsException
        || cause instanceof DirectoryNotEmptyException
        || said.contains("not a directory")
        || said.contains("is a directory");
  }

  /** The system's words, or the kind of failure where it has none. */
  private static String reason(IOException cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static Problem error(String code, Path path, String message) {
    return Problem.error(code, message, Location.ofFile(path.toString().replace('\\', '/')));
  }
}
