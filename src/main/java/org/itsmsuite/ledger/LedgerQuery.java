package org.itsmsuite.ledger;

import java.time.Instant;

/**
 * Which entries to find; what is null does not narrow.
 *
 * @param record number of a record
 * @param actor account of who acted, or pseudonym of who was erased
 * @param from inclusive
 * @param to exclusive
 * @param page from 0
 * @param size entries on a page, 1 to 200
 */
public record LedgerQuery(
    String record, String actor, Instant from, Instant to, int page, int size) {}
