package com.cashtrace.infra.plan;

/**
 * How many resources a plan touches, and how.
 *
 * @param create new ones
 * @param update changed in place
 * @param replace removed and made anew
 * @param delete removed
 * @param forget let go of, but not removed
 * @param move only or also under another address; such a resource may count as updated as well
 * @param importing taken over; such a resource may count as updated as well
 * @param read data sources that are read while the plan is applied
 */
public record Counts(
    int create,
    int update,
    int replace,
    int delete,
    int forget,
    int move,
    int importing,
    int read) {

  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  static Counts of(ResourceChange change) {
    Action action = change.action();
    return new Counts(
        one(action == Action.CREATE),
        one(action == Action.UPDATE),
        one(action == Action.REPLACE),
        one(action == Action.DELETE),
        one(action == Action.FORGET),
        one(change.previousAddress() != null),
        one(change.importId() != null),
        one(action == Action.READ));
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        create + other.create,
        update + other.update,
        replace + other.replace,
        delete + other.delete,
        forget + other.forget,
        move + other.move,
        importing + other.importing,
        read + other.read);
  }

  /** True if applying would change something; a data source that is only read changes nothing. */
  public boolean hasChanges() {
    return create + update + replace + delete + forget + move + importing > 0;
  }
}
