/**
 * Votes on changes (clause 8.5.1.2): who decides by which rule, ballots, what follows from the
 * count. Board, rule and members are frozen when a vote is opened.
 */
@org.springframework.modulith.NamedInterface("vote")
package org.itsmsuite.change.vote;
