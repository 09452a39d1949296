package org.itsmsuite.web;

/**
 * A way in on the start page.
 *
 * @param count how many wait behind it, or null
 */
public record StartCard(String title, String text, String href, Long count) {}
