package org.itsmsuite.security;

import java.time.Instant;

/**
 * A security event as the security team raises it, already checked for form.
 *
 * @param description may be null
 * @param customer may be null
 * @param reportedAt when the event was reported, from which the duties to tell others count; null
 *     for now
 */
public record NewSecurityIncident(
    String title, String description, String service, String customer, Instant reportedAt) {}
