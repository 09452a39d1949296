package org.itsmsuite.web;

/**
 * An entry of the pages' main navigation; a practice publishes one bean for each.
 *
 * @param place entries are shown in this order
 * @param permission of the access table; without it the entry is not shown
 */
public record NavigationItem(int place, String href, String label, String permission) {}
