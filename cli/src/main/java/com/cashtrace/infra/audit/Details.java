package com.cashtrace.infra.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells beside who, when and where; {@code schemas/audit/record.schema.json}
 * describes the same in JSON. A plan is named by the SHA-256 of its binary file everywhere.
 */
public sealed interface Details {

  /** Digits of a plan's id that people get to see and to type. */
  int BRIEF = 12;

  /** The kind of the record that holds these details. */
  Kind kind();

  /** The first digits of a plan's id, by which people tell plans apart. */
  static String brief(String plan) {
    return plan.substring(0, Math.min(BRIEF, plan.length()));
  }

  /** A plan that is carried out, or was. */
  sealed interface Change extends Details permits Apply, Destroy {

    /** Which of its two records this is. */
    Phase phase();

    /** The SHA-256 of the binary plan. */
    String plan();

    /** How it ended; null where it begins. */
    @Nullable Outcome outcome();

    /** Resources that were dealt with; null where it begins. */
    @Nullable Integer done();

    /** What the judge said of the state afterwards; null where it was not judged. */
    @Nullable Verdict verdict();
  }

  /**
   * A plan was made and judged.
   *
   * @param plan the SHA-256 of the binary plan
   * @param verdict what the judge said
   * @param changes how many resources it would change
   * @param state what it was planned against
   * @param commit the sources that it was made from, or null outside of a checkout
   */
  record Plan(
      String plan, Verdict verdict, Changes changes, StateVersion state, @Nullable Commit commit)
      implements Details {
    @Override
    public Kind kind() {
      return Kind.PLAN;
    }
  }

  /**
   * A second person approved a plan.
   *
   * @param plan the SHA-256 of the binary plan
   * @param planner who had made it, as {@link Principal#name()} of its record
   * @param reason in the words of the approver
   * @param commit the sources of the plan and who wrote them, or null where that is unknown
   */
  record Approval(String plan, String planner, String reason, @Nullable Commit commit)
      implements Details {
    @Override
    public Kind kind() {
      return Kind.APPROVAL;
    }
  }

  /**
   * A plan is being carried out, or has been: one record before the first change and one after the
   * last, so that an apply which was killed is in the trail too.
   *
   * @param phase which of the two
   * @param plan the SHA-256 of the binary plan
   * @param state before the first change, or after the last
   * @param approvals sequence numbers of the approvals that it rests on
   * @param outcome how it ended; null where it begins
   * @param done resources that were changed; null where it begins
   * @param verdict what the judge said of the state afterwards; null where it begins, or where the
   *     state could not be judged
   */
  record Apply(
      Phase phase,
      String plan,
      StateVersion state,
      List<Long> approvals,
      @Nullable Outcome outcome,
      @Nullable Integer done,
      @Nullable Verdict verdict)
      implements Change {
    /** Copies the list. */
    public Apply {
      approvals = List.copyOf(approvals);
    }

    @Override
    public Kind kind() {
      return Kind.APPLY;
    }
  }

  /**
   * An environment is being destroyed, or has been; phases as those of an apply.
   *
   * @param phase which of the two
   * @param plan the SHA-256 of the binary plan
   * @param state before the first change, or after the last
   * @param stores addresses of the stores of data that were allowed to be destroyed
   * @param outcome how it ended; null where it begins
   * @param done resources that were destroyed; null where it begins
   * @param verdict what the judge said of the state afterwards; null as with an apply
   */
  record Destroy(
      Phase phase,
      String plan,
      StateVersion state,
      List<String> stores,
      @Nullable Outcome outcome,
      @Nullable Integer done,
      @Nullable Verdict verdict)
      implements Change {
    /** Copies the list. */
    public Destroy {
      stores = List.copyOf(stores);
    }

    @Override
    public Kind kind() {
      return Kind.DESTROY;
    }
  }

  /**
   * A lock of the state is broken; recorded right before, so that it cannot be done unseen.
   *
   * @param lock its id
   * @param holder who had taken it, in terraform's words
   * @param operation what for, in terraform's words
   * @param since when, in terraform's words
   * @param halves which are removed: dynamodb, s3
   */
  record Unlock(String lock, String holder, String operation, String since, List<String> halves)
      implements Details {
    /** Copies the list. */
    public Unlock {
      halves = List.copyOf(halves);
    }

    @Override
    public Kind kind() {
      return Kind.UNLOCK;
    }
  }

  /**
   * An older version of the state is made the newest; recorded right before.
   *
   * @param version the id that S3 gave the older version
   * @param before the state that it replaces
   * @param after the state that is written
   */
  record Restore(String version, StateVersion before, StateVersion after) implements Details {
    @Override
    public Kind kind() {
      return Kind.RESTORE;
    }
  }

  /**
   * A state that terraform could not upload is written by hand; recorded right before.
   *
   * @param before the state that it replaces
   * @param after the state that is written
   */
  record Push(StateVersion before, StateVersion after) implements Details {
    @Override
    public Kind kind() {
      return Kind.PUSH;
    }
  }

  /**
   * The place of the state was made or mended.
   *
   * @param bucket its name
   * @param table name of the lock table; null with locks in S3 only
   * @param changes what was made or mended, a few words each
   */
  record Bootstrap(String bucket, @Nullable String table, List<String> changes) implements Details {
    /** Copies the list. */
    public Bootstrap {
      changes = List.copyOf(changes);
    }

    @Override
    public Kind kind() {
      return Kind.BOOTSTRAP;
    }
  }

  /**
   * A finding was accepted because the spec waives it.
   *
   * @param plan the SHA-256 of the binary plan that was judged
   * @param waiver its key in the spec
   * @param rule the rule that it waives
   * @param component what for, such as {@code databases.main}
   * @param reason in the words of the spec
   * @param legalBasis in the words of the spec
   * @param approver in the words of the spec
   * @param expires the last day on which it counts, such as 2027-03-31
   */
  record WaiverUse(
      String plan,
      String waiver,
      String rule,
      String component,
      String reason,
      String legalBasis,
      String approver,
      String expires)
      implements Details {
    @Override
    public Kind kind() {
      return Kind.WAIVER_USE;
    }
  }

  /** What the judge said of a plan or a state. */
  enum Verdict {
    PASSED,
    REFUSED
  }

  /** The two moments of a change that are recorded. */
  enum Phase {
    BEGUN,
    ENDED
  }

  /** How a change ended. */
  enum Outcome {
    DONE,
    FAILED,
    INTERRUPTED
  }

  /** How many resources a plan would change. */
  record Changes(int create, int update, int replace, int destroy) {}

  /**
   * A version of Terraform's state.
   *
   * @param lineage the id that Terraform gave the state at its birth; empty before that
   * @param serial grows with each write; 0 where there is no state yet
   */
  record StateVersion(String lineage, long serial) {}

  /**
   * The commit that the sources stood at.
   *
   * @param id of git
   * @param author name and address as git has them
   */
  record Commit(String id, String author) {}
}
