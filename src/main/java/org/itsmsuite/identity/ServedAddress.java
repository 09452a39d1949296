package org.itsmsuite.identity;

/**
 * An address that something in the suite answers.
 *
 * @param method such as {@code GET}; {@code *} for any
 * @param address a pattern from the root, such as {@code /incidents/{number}}
 * @param by what answers, for messages
 */
public record ServedAddress(String method, String address, String by) {}
