package org.itsmsuite.escalation;

/** What a rule of the escalation table asks for. */
public enum EscalationAction {
  /** Tell the role. */
  NOTIFY,
  /** Tell the role, and give the record to the next support level (functional escalation). */
  RAISE,
  /** Tell the role's manager side: a manager, then top management (hierarchical escalation). */
  INFORM_MANAGEMENT,
  /** Tell the customer before the target is missed. */
  WARN_CUSTOMER,
  /** Tell the customer that it was missed. */
  TELL_CUSTOMER
}
