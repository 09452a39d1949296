package org.itsmsuite.people;

/**
 * A place where a person is named.
 *
 * @param place in words, such as {@code incidents: requester}
 * @param count how often
 */
public record Trace(String place, long count) {}
