package org.itsmsuite.audit;

import java.util.List;
import java.util.Optional;

/** Which chain of the ledger tells what an auditor's account has looked at. */
public interface Readers {

  /** Begins all such chains' names. */
  String PREFIX = "audit-access:";

  /** The account's chain; a new one if it has looked at nothing yet. */
  String chainOf(String account);

  /** The account's chain, if it has looked at anything. */
  Optional<String> find(String account);

  /** Accounts that have looked at something, by name. */
  List<String> accounts();
}
