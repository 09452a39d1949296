package org.itsmsuite.incident;

/**
 * What was reported; never edited afterwards.
 *
 * @param customer id of the customer whose service is affected
 * @param channel how it came in, such as {@code page} or {@code phone}
 * @param requester account or name of the person it concerns
 * @param reporter account that entered it
 * @param security whether the reporter suspects an information security incident
 */
public record Report(
    String title,
    String description,
    String service,
    String customer,
    String configurationItem,
    IncidentKind kind,
    String channel,
    String requester,
    String reporter,
    boolean security) {}
