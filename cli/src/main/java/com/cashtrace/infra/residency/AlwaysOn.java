package com.cashtrace.infra.residency;

import java.util.Set;

/** The codes of what is judged whatever profiles apply. */
public final class AlwaysOn {

  /** A transfer out of Nigeria without a recorded basis. */
  public static final String TRANSFER = "transfer-not-recorded";

  /** A place that nobody can tell. */
  public static final String UNKNOWN = "place-unknown";

  /** A part of a spec that does not say what data it holds. */
  public static final String MISSING = "class-missing";

  /** Resources of a plan that do not say what data they hold. */
  public static final String ASSUMED = "class-assumed";

  /** A part of a global service that exists in one region only. */
  public static final String GLOBAL_SERVICE = "global-service-part";

  /** A resource of a type that holds no customer data. */
  public static final String METADATA = "global-metadata";

  static final Set<String> CODES =
      Set.of(TRANSFER, UNKNOWN, MISSING, ASSUMED, GLOBAL_SERVICE, METADATA);

  private AlwaysOn() {}
}
