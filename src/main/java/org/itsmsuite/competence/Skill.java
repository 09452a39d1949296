package org.itsmsuite.competence;

/**
 * What somebody can be proven to be able to do.
 *
 * @param meaning in words, to whoever proves it
 */
public record Skill(String id, String meaning) {}
