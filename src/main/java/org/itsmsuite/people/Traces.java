package org.itsmsuite.people;

import java.util.Collection;
import java.util.List;

/** What is kept of a person outside of the ledger. Joins the caller's transaction. */
public interface Traces {

  /** Where the account is named, and how often; places without any are left out. */
  List<Trace> of(String account);

  /** Puts the pseudonym in all these places; rights of the account in the engine are removed. */
  List<Trace> replace(String account, String pseudonym);

  /** Why the account cannot be erased yet: records not closed, open tasks. Empty if nothing. */
  List<Trace> unfinished(String account);

  /** The first places where free text contains one of the names, in capitals or not. */
  List<Mention> mentions(Collection<String> names, int most);

  /** The same places; the record is left out where the person who asks may not know of it. */
  List<Mention> known(List<Mention> found);
}
