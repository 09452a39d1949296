package org.itsmsuite.security;

/**
 * What is learnt from it: type, volume and effect are what security incidents are analysed by
 * (clause 8.7.3.3).
 *
 * @param kind such as {@code UNAUTHORISED_ACCESS}
 * @param volume how many people, records, devices
 * @param causeLeft whether a cause remains that a problem should look into
 * @param improvement whether the lessons ask for an improvement
 * @param reviewedBy account
 */
public record SecurityReview(
    String kind,
    String volume,
    String effect,
    String lessons,
    boolean causeLeft,
    boolean improvement,
    String reviewedBy) {}
