package org.itsmsuite.identity;

import java.util.Locale;

/** Whose records a permission reaches. */
public enum Scope {
  /** Those the person reported, or that were reported for them. */
  OWN,
  /** Those of the customer the person belongs to. */
  CUSTOMER,
  /** Those that one of the person's groups works on. */
  GROUP,
  /** Every record. */
  ALL;

  /** As the access table writes it. */
  static Scope of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
