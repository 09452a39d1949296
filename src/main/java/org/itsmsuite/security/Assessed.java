package org.itsmsuite.security;

/**
 * What a person found when assessing a security event.
 *
 * @param found {@code SECURITY_EVENT}, {@code NO_SECURITY_INCIDENT} or {@code SAME_AS_ANOTHER}
 * @param reason needed unless it is an event of its own
 * @param sameAs only with {@code SAME_AS_ANOTHER}
 * @param threat only with {@code SECURITY_EVENT}; else null
 */
public record Assessed(
    Finding found,
    String reason,
    String sameAs,
    Threat threat,
    boolean notifyOutside,
    String whyNotNotified) {}
