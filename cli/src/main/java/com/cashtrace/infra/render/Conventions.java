package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import java.util.List;

/** What holds for every environment and no spec sets, because nobody had a reason to vary it. */
final class Conventions {

  /** The catalogue knows regions of this partition only. */
  static final String PARTITION = "aws";

  /** A year, as the audit asks for; a period that CloudWatch knows. */
  static final int LOG_RETENTION_DAYS = 365;

  /** Enough for every release of half a year at two a week. */
  static final int KEPT_IMAGES = 50;

  static final int UNTAGGED_IMAGE_DAYS = 14;

  /** Owner of a database; applications make their own users. */
  static final String DATABASE_USER = "cashtrace";

  /** Requests of one address in five minutes: a mobile operator's gateway passes, a scanner not. */
  static final int FIREWALL_RATE_LIMIT = 10_000;

  /** Addresses of people stand in the log of a load balancer. */
  static final List<String> ACCESS_LOG_CLASSES = List.of("operational", "personal");

  static final int ACCESS_LOG_OLD_VERSION_DAYS = 30;

  private Conventions() {}

  /** Days in which a deleted secret can be brought back; a preview's name must be free at once. */
  static int secretRecoveryDays(Environment environment) {
    return environment.tier() == Tier.PREVIEW ? 0 : 30;
  }

  /** True where a load balancer must not go by accident. */
  static boolean isProtected(Environment environment) {
    return environment.tier() == Tier.PRODUCTION || environment.tier() == Tier.STAGING;
  }
}
