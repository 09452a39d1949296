package org.itsmsuite.incident;

/**
 * Who works on it.
 *
 * @param group null before the first routing
 * @param assignee null while nobody has taken it
 * @param level support level of the group, from 1
 * @param reassignments how often it went from one group to another
 */
public record Assignment(String group, String assignee, int level, int reassignments) {}
