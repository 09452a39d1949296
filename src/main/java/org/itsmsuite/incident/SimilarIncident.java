package org.itsmsuite.incident;

import java.time.Instant;
import java.util.List;

/**
 * An open incident that looks like another.
 *
 * @param percent how alike they are, from 0 to 100
 * @param because what they have in common, such as {@code title 67 %} and {@code same service}
 */
public record SimilarIncident(
    String number,
    String title,
    Status status,
    String priority,
    String group,
    Instant openedAt,
    int percent,
    List<String> because) {}
