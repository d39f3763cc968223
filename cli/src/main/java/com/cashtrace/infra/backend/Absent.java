package com.cashtrace.infra.backend;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Answers of AWS that say there is no such thing, or that there is one already. */
final class Absent {

  private static final Set<String> CODES = Set.of("NotFoundException", "ResourceNotFoundException");
  private static final Set<String> CODES_OF_PRESENCE =
      Set.of("AlreadyExistsException", "BucketAlreadyOwnedByYou", "ResourceInUseException");

  private Absent() {}

  /** What AWS answers, or nothing if there is no such thing. */
  static <T> Optional<T> or(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (AwsServiceException e) {
      if (e.statusCode() == 404 || CODES.contains(code(e))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Creates something; that it is there already is as good, for a lost answer looks like it. */
  static void create(Runnable creation) {
    try {
      creation.run();
    } catch (AwsServiceException e) {
      if (!CODES_OF_PRESENCE.contains(code(e))) {
        throw e;
      }
    }
  }

  /** The error code, empty where there is none. */
  static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }
}
