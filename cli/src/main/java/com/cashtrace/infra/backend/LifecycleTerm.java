package com.cashtrace.infra.backend;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/**
 * How long objects are kept.
 *
 * @param id of the rule; also how it is named in words
 * @param prefix of the objects; empty for all
 * @param days after which current objects go, or null if they stay
 * @param oldDays after which versions go that are no longer current
 * @param keptVersions how many of those stay all the same; 0 for none
 */
record LifecycleTerm(
    String id, String prefix, @Nullable Integer days, int oldDays, int keptVersions) {

  private static final int UPLOAD_DAYS = 7;

  String words() {
    return id
        + (days == null ? "" : " " + days + "d")
        + " (old versions "
        + oldDays
        + "d"
        + (keptVersions == 0 ? "" : ", the last " + keptVersions + " always")
        + ")";
  }

  static String words(List<LifecycleTerm> terms) {
    return terms.stream().map(LifecycleTerm::words).collect(Collectors.joining(", "));
  }

  /** The words of the terms if these are their rules, otherwise that they are others. */
  static String read(List<LifecycleRule> rules, List<LifecycleTerm> terms) {
    boolean same =
        rules.size() == terms.size()
            && terms.stream().allMatch(term -> rules.stream().anyMatch(term::isIn));
    return same ? words(terms) : "other rules";
  }

  LifecycleRule rule() {
    LifecycleRule.Builder rule =
        LifecycleRule.builder()
            .id(id)
            .status(ExpirationStatus.ENABLED)
            .filter(f -> f.prefix(prefix))
            .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(UPLOAD_DAYS))
            .noncurrentVersionExpiration(
                n ->
                    n.noncurrentDays(oldDays)
                        .newerNoncurrentVersions(keptVersions == 0 ? null : keptVersions));
    return days == null
        ? rule.expiration(e -> e.expiredObjectDeleteMarker(true)).build()
        : rule.expiration(e -> e.days(days)).build();
  }

  /** Compares what counts; AWS fills in the rest. */
  private boolean isIn(LifecycleRule found) {
    LifecycleRule wanted = rule();
    return id.equals(found.id())
        && found.status() == ExpirationStatus.ENABLED
        && found.filter() != null
        && prefix.equals(found.filter().prefix() == null ? "" : found.filter().prefix())
        && found.filter().and() == null
        && found.filter().tag() == null
        && found.transitions().isEmpty()
        && wanted.noncurrentVersionExpiration().equals(found.noncurrentVersionExpiration())
        && wanted.abortIncompleteMultipartUpload().equals(found.abortIncompleteMultipartUpload())
        && sameExpiration(wanted, found);
  }

  private static boolean sameExpiration(LifecycleRule wanted, LifecycleRule found) {
    if (found.expiration() == null || found.expiration().date() != null) {
      return false;
    }
    Integer days = wanted.expiration().days();
    return days == null
        ? found.expiration().days() == null
            && Boolean.TRUE.equals(found.expiration().expiredObjectDeleteMarker())
        : days.equals(found.expiration().days());
  }
}
