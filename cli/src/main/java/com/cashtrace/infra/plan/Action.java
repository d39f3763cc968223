package com.cashtrace.infra.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What terraform is going to do with a resource. */
public enum Action {
  NO_OP,
  CREATE,
  READ,
  UPDATE,
  REPLACE,
  DELETE,
  /** The object stays, but terraform lets go of it. */
  FORGET;

  /** The action that the words of a plan stand for; empty for words that are not known here. */
  static Optional<Action> of(List<String> words) {
    return switch (String.join(",", words)) {
      case "no-op" -> Optional.of(NO_OP);
      case "create" -> Optional.of(CREATE);
      case "read" -> Optional.of(READ);
      case "update" -> Optional.of(UPDATE);
      // A new object beside one that is let go: nothing is lost, but somebody has to look at it.
      case "delete,create", "create,delete", "create,forget", "forget,create" ->
          Optional.of(REPLACE);
      case "delete" -> Optional.of(DELETE);
      case "forget" -> Optional.of(FORGET);
      default -> Optional.empty();
    };
  }

  /** The word that reports use, as in "create". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
