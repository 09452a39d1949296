package org.itsmsuite.servicelevel;

/**
 * The other side of an agreement.
 *
 * @param id of a customer or of a support group, as its kind says
 */
public record Counterparty(CounterpartyKind kind, String id) {}
