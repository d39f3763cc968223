package com.cashtrace.infra.catalog;

import java.util.Map;

/** When a component causes a name at AWS. */
public enum NameCondition {
  ALWAYS,
  PUBLIC,
  CODE_DEPLOY,
  SCHEDULED,
  REPLICATED;

  /** The words of the catalogue. */
  static final Map<String, NameCondition> BY_WORD =
      Map.of(
          "public", PUBLIC,
          "code-deploy", CODE_DEPLOY,
          "scheduled", SCHEDULED,
          "replicated", REPLICATED);
}
