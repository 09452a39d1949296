package org.itsmsuite.servicelevel;

/** Who an agreement is made with. */
public enum CounterpartyKind {
  CUSTOMER,
  SUPPLIER,
  INTERNAL_GROUP,
  /** A customer who does work for us. */
  CUSTOMER_AS_SUPPLIER;

  /** Whether the counterparty is one of the catalogue's customers; else a support group. */
  public boolean isCustomer() {
    return this == CUSTOMER || this == CUSTOMER_AS_SUPPLIER;
  }
}
