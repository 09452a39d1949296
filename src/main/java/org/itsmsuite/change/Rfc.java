package org.itsmsuite.change;

/**
 * What is asked for: the request for change.
 *
 * @param description may be null
 * @param reason why it is needed
 * @param benefit what is better afterwards; may be null
 * @param requester account that asks for it, and therefore never approves it
 * @param customer id of the customer for whom it is made; null if for no single one
 * @param service id of the service it is mainly about
 * @param emergencyReason why it cannot wait; null if it can
 * @param cause number of the incident or problem that needs it, or null
 * @param template null unless it was made from one
 */
public record Rfc(
    String title,
    String description,
    String reason,
    String benefit,
    String requester,
    String customer,
    String service,
    Subject subject,
    Action action,
    Impact impact,
    String emergencyReason,
    String cause,
    TemplateUse template) {}
