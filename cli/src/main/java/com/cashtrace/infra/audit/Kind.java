package com.cashtrace.infra.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a record tells about; each kind has details of its own in {@link Details}. */
public enum Kind {
  PLAN(Details.Plan.class),
  APPROVAL(Details.Approval.class),
  APPLY(Details.Apply.class),
  DESTROY(Details.Destroy.class),
  UNLOCK(Details.Unlock.class),
  RESTORE(Details.Restore.class),
  PUSH(Details.Push.class),
  BOOTSTRAP(Details.Bootstrap.class),
  WAIVER_USE(Details.WaiverUse.class);

  private final Class<? extends Details> details;

  Kind(Class<? extends Details> details) {
    this.details = details;
  }

  Class<? extends Details> details() {
    return details;
  }

  /** The word that records hold and people type, such as {@code waiver-use}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that word. */
  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, in the order of the constants. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
