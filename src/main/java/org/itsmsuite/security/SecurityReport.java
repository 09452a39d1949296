package org.itsmsuite.security;

/**
 * What was raised; never edited afterwards.
 *
 * @param service id in the catalogue
 * @param customer id, or null if it is no single customer's matter
 * @param reporter account that reported the event
 */
public record SecurityReport(
    String title, String description, String service, String customer, String reporter) {}
