package org.itsmsuite.escalation;

import org.itsmsuite.sla.Milestone;

/**
 * A row of the escalation table.
 *
 * @param role {@code assignee}, {@code group}, {@code group-manager}, {@code customer}, or a group
 *     id of the contract
 */
public record EscalationRule(Milestone at, EscalationAction action, String role) {}
