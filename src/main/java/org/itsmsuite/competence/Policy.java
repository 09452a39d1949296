package org.itsmsuite.competence;

/** What happens where a skill is needed and not proven. */
public enum Policy {
  /** Nothing; the need is only shown. */
  OFF,
  /** The work is done, and its record tells of it. */
  WARN,
  /** The work is refused. */
  BLOCK
}
