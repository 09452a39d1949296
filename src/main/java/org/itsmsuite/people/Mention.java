package org.itsmsuite.people;

/**
 * Free text in which a name was found; for a person to read, and to decide.
 *
 * @param place in words, such as {@code messages: text}
 * @param record number; null where it belongs to none, or to one that the reader may not know of
 */
public record Mention(String place, String record) {}
