package org.itsmsuite.ledger;

import java.util.List;

/**
 * One page of what a query found, newest first.
 *
 * @param total how many entries fit the query on all pages
 */
public record LedgerPage(List<LedgerEntry> items, int page, int size, long total) {}
