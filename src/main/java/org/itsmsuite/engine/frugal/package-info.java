/**
 * Questions that the engine asks the database although the answer is known: round trips are most of
 * what a step costs. Each class leaves out one kind and says why its answer cannot differ; {@code
 * TicketCostTest} counts what that is worth. All of it is switched off by {@code
 * itsm.engine.frugal=false}: see docs/adr/0010, also for a new version of the engine.
 */
package org.itsmsuite.engine.frugal;
