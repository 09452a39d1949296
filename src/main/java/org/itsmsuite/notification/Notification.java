package org.itsmsuite.notification;

import java.util.Map;
import java.util.Set;

/**
 * Something to tell.
 *
 * @param record number of the record it is about
 * @param template name of a file in {@code config/notifications}, without ending
 * @param occasion makes the message unique per recipient, such as {@code clock/42/2/75%}
 * @param recipients accounts ({@code user:agent}), groups ({@code group:service-desk}) or addresses
 *     ({@code mail:desk@example.org})
 * @param values what the template may name
 */
public record Notification(
    String record,
    String template,
    String occasion,
    Set<String> recipients,
    Map<String, Object> values) {}
