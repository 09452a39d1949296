package org.itsmsuite.change;

/** What a change is about (term 2.24). */
public enum Subject {
  SERVICE,
  /** A part of a service, or a configuration item. */
  COMPONENT,
  /** The management system itself: a process, a policy, a plan. */
  SMS
}
