/**
 * What a ticket costs: the suite's whole incident cycle beside the same model on the bare engine.
 * Counted by {@link org.itsmsuite.bench.TicketCostTest} with every test run, timed by {@link
 * org.itsmsuite.bench.Bench}. See docs/benchmark.md.
 */
package org.itsmsuite.bench;
