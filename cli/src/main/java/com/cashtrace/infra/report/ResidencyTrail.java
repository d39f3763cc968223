package com.cashtrace.infra.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail of an environment shows, and whether it is to be believed. Of one that does
 * not verify no record is used.
 *
 * @param source its address in S3, or the name of the copy without the folders above it
 * @param environment whose trail it says to be; null where there is no head to read
 * @param intact true if it verifies
 * @param records how many there are
 * @param end where it ends; null where there is no head to read
 * @param key the SHA-256 of the key that it verifies with; null where there is none
 * @param keyKnown true if that key was known from elsewhere than the trail itself
 * @param standing what it says of the state that was judged
 * @param lastApply the last apply; null where none is on record
 * @param lastWrite the last record that tells which state it left; null where none is on record
 * @param lastRestore the last restore of the state, which is none of data; null where none is on
 *     record
 */
public record ResidencyTrail(
    String source,
    @Nullable String environment,
    boolean intact,
    long records,
    @Nullable End end,
    @Nullable String key,
    boolean keyKnown,
    Standing standing,
    @Nullable Apply lastApply,
    @Nullable Write lastWrite,
    @Nullable Restore lastRestore) {

  /** What a trail says of the state that was judged. */
  public enum Standing {
    /** The state is the one that the last record of a state tells of. */
    RECORDED("it is the state that the trail recorded last"),
    /** The trail tells of work on the state and not how it ended. */
    UNCERTAIN("the trail tells of work on the state and not how it ended"),
    /** Something changed the state that is not in the trail. */
    NOT_RECORDED("it was changed by something that is not in the trail"),
    /** No state was judged, its serial is not known, or the trail does not verify. */
    NOT_COMPARED("not compared");

    private final String meaning;

    Standing(String meaning) {
      this.meaning = meaning;
    }

    /** The word that documents use. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says, in words. */
    String meaning() {
      return meaning;
    }
  }

  /**
   * The end of a trail.
   *
   * @param sequence of the last record
   * @param digest SHA-256 of its file
   * @param time when the head was moved there
   */
  public record End(long sequence, String digest, Instant time) {}

  /**
   * A plan that was carried out.
   *
   * @param sequence of the record of its end, or of its beginning where it has no end
   * @param plan the SHA-256 of the binary plan
   * @param time of that record
   * @param by who applied it
   * @param approvals that it rests on
   * @param outcome done, failed or interrupted; null where no end is on record
   * @param verdict on the state afterwards: passed or refused; null where it was not judged
   */
  public record Apply(
      long sequence,
      String plan,
      Instant time,
      String by,
      List<Approval> approvals,
      @Nullable String outcome,
      @Nullable String verdict) {

    /** Copies the approvals. */
    public Apply {
      approvals = List.copyOf(approvals);
    }

    /** How it ended, in words. */
    String ended() {
      if (outcome == null) {
        return "no end is on record";
      }
      return outcome + (verdict == null ? ", the state was not judged" : ", state " + verdict);
    }
  }

  /**
   * An approval of a plan.
   *
   * @param sequence of its record
   * @param by who approved; null where the record is not of an approval
   * @param time of the record; null as well
   */
  public record Approval(long sequence, @Nullable String by, @Nullable Instant time) {

    /** Who approved it when, on one line. */
    String words() {
      return by == null
          ? "record " + sequence + ", which is no approval"
          : by + " at " + time + " (record " + sequence + ")";
    }
  }

  /**
   * A record of which state was left.
   *
   * @param sequence of the record
   * @param kind of the record: apply, destroy, restore or push
   * @param time of the record
   * @param by who did it
   * @param lineage of the state; empty where it could not be seen
   * @param serial of the state; 0 where it could not be seen
   */
  public record Write(
      long sequence, String kind, Instant time, String by, String lineage, long serial) {

    /** The record in words. */
    String words() {
      String left = lineage.isEmpty() ? "a state that could not be seen" : "serial " + serial;
      return String.format(
          Locale.ROOT, "%s by %s at %s left %s (record %d)", kind, by, time, left, sequence);
    }
  }

  /**
   * An older version of the state that was made the newest.
   *
   * @param sequence of the record
   * @param time of the record
   * @param by who did it
   * @param version the id that S3 gave the older version
   */
  public record Restore(long sequence, Instant time, String by, String version) {}
}
