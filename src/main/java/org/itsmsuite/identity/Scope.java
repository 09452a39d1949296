package org.itsmsuite.identity;

/** Whose records a permission reaches. */
public enum Scope {
  /** Those the person reported, or that were reported for them. */
  OWN,
  /** Those of the customer the person belongs to. */
  CUSTOMER,
  /** Those that one of the person's groups works on. */
  GROUP,
  /** Every record. */
  ALL
}
