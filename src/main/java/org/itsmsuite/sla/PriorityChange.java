package org.itsmsuite.sla;

/** What a new target does to a running clock. Chosen per target by the {@code sla-target} table. */
public enum PriorityChange {
  /** The new target counts from the original start. */
  RETROACTIVE,
  /** The new target counts in full from the change; what has elapsed stays on the clock. */
  FORWARD,
  /** The share that was left of the old target is the share that is left of the new one. */
  PROPORTIONAL,
  /** The clock starts anew at the change. */
  RESTART
}
