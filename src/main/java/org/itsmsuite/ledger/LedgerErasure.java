package org.itsmsuite.ledger;

import java.util.List;

/**
 * Erases a person from the ledger without breaking it: values and salts that the entries only
 * commit to. In the place of each stands the same value with a pseudonym, so that it can still be
 * seen that two facts are about one person, or about two. Joins the caller's transaction.
 */
public interface LedgerErasure {

  /**
   * How many values name the account: as a whole value, in a list, as a recipient, or in an address
   * that somebody asked for.
   */
  long count(String account);

  /**
   * How many entries name the account in their text itself, where nothing can be erased: written by
   * builds that did not yet keep such values aside.
   */
  long countUnerasable(String account);

  /**
   * Erases what {@link #count} counts. Free text that mentions the person is left as it is; see
   * {@link #mentions}.
   *
   * @return how many values were erased
   */
  long erase(String account, String pseudonym);

  /**
   * A place where free text mentions somebody.
   *
   * @param record of the entry
   * @param field path of the value in the entry, such as {@code /after/reason}
   */
  record Mention(String record, int position, String field) {}

  /** The first of the places where a value contains the text, in capitals or not. */
  List<Mention> mentions(String text, int most);

  /** The first of the places where {@link #erase} leaves the account: as part of a longer text. */
  List<Mention> left(String account, int most);
}
