package org.itsmsuite.incident;

/**
 * A report as it comes in, already checked for form. Fields that may be missing are null.
 *
 * @param requester whom it concerns; the reporter if missing
 * @param customer the requester's customer if missing
 */
public record NewIncident(
    String title,
    String description,
    String service,
    String configurationItem,
    IncidentKind kind,
    Impact impact,
    Urgency urgency,
    String category,
    String channel,
    boolean security,
    String requester,
    String customer) {}
