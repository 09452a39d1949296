package org.itsmsuite.audit;

import java.util.List;

/**
 * What an account is as an auditor's at a moment.
 *
 * @param engagements that are in force
 */
public record Standing(State state, List<Engagement> engagements) {

  public enum State {
    /** No auditor's account. */
    NONE,
    /** An auditor without an engagement, who needs none. */
    FREE,
    IN_FORCE,
    NOT_BEGUN,
    EXPIRED,
    /** An auditor without an engagement, who needs one. */
    MISSING
  }

  public static final Standing NOBODY = new Standing(State.NONE, List.of());

  public Standing {
    engagements = List.copyOf(engagements);
  }

  static Standing of(State state) {
    return new Standing(state, List.of());
  }

  public boolean isAuditor() {
    return state != State.NONE;
  }

  /** Whether the account gets in at all. */
  public boolean mayRead() {
    return state == State.NONE || state == State.FREE || state == State.IN_FORCE;
  }

  /** Whether it reads everything. */
  boolean isUnlimited() {
    return state == State.FREE
        || (state == State.IN_FORCE && engagements.stream().anyMatch(Engagement::isAsWithout));
  }
}
