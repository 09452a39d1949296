package org.itsmsuite.identity;

/**
 * A group of staff that works on records.
 *
 * @param id as in the contract's group list
 * @param name what people read
 * @param level support level, 1 is the first
 * @param next group of the next level for functional escalation, or null at the last level
 * @param manager account told first in hierarchical escalation
 * @param email mailbox of the group, or null
 */
public record SupportGroup(
    String id, String name, int level, String next, String manager, String email) {}
