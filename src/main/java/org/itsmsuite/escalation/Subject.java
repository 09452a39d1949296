package org.itsmsuite.escalation;

/**
 * What escalation must know about a record.
 *
 * @param assignee account, or null
 * @param requester account or address, or null
 * @param customerEmail where the customer is told, or null
 */
public record Subject(
    String number,
    String title,
    String service,
    String priority,
    String group,
    String assignee,
    String requester,
    String customerEmail,
    String process) {}
