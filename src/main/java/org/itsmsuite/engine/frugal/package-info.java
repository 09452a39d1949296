/**
 * Questions that the engine asks the database although the answer is known: round trips are most of
 * what a step costs. Each class leaves out one kind and says why its answer cannot differ. Counted
 * by the ticket's cost test.
 */
package org.itsmsuite.engine.frugal;
