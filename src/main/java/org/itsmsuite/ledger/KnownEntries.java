package org.itsmsuite.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Mentions;
import org.itsmsuite.restriction.Restrictions;

/**
 * Entries as a person may read them: they name no record that the person may not know of. Whether
 * the person may know of the records that the entries belong to was asked before.
 */
public final class KnownEntries {

  private KnownEntries() {}

  /**
   * The same entries in the same order, but for those that tell of links to hidden records only; a
   * field that held a hidden number is missing. Who may not know of every record reads positions
   * counted among the entries shown, and no hashes: both would tell that something is missing,
   * whether or not something is.
   */
  public static List<LedgerEntry> to(
      Actor reader, List<LedgerEntry> entries, Restrictions restrictions) {
    return to(reader, entries, restrictions, numbers -> restrictions.hidden(reader, numbers));
  }

  /**
   * @param hiddenOf those of some numbers that the reader may not know of, for whatever reason
   */
  public static List<LedgerEntry> to(
      Actor reader,
      List<LedgerEntry> entries,
      Restrictions restrictions,
      Function<Set<String>, Set<String>> hiddenOf) {
    var shown = withoutHidden(entries, hiddenOf);
    return restrictions.knowsAll(reader)
        ? shown
        : IntStream.range(0, shown.size())
            .mapToObj(index -> shown.get(index).unchained(index + 1))
            .toList();
  }

  /**
   * The same with positions and hashes as they are.
   *
   * @param hiddenOf those of some numbers that the reader may not know of
   */
  public static List<LedgerEntry> withoutHidden(
      List<LedgerEntry> entries, Function<Set<String>, Set<String>> hiddenOf) {
    var mentioned = new TreeSet<String>();
    for (var entry : entries) {
      mentioned.addAll(Mentions.in(entry.before()));
      mentioned.addAll(Mentions.in(entry.after()));
    }
    var hidden = hiddenOf.apply(mentioned);
    return hidden.isEmpty()
        ? entries
        : entries.stream()
            .filter(entry -> !isAbout(hidden, entry))
            .map(entry -> without(entry, hidden))
            .toList();
  }

  private static boolean isAbout(Set<String> hidden, LedgerEntry entry) {
    var ends = Links.ends(entry.before(), entry.after());
    return !ends.isEmpty() && hidden.containsAll(ends);
  }

  private static LedgerEntry without(LedgerEntry entry, Set<String> hidden) {
    return new LedgerEntry(
        entry.record(),
        entry.position(),
        entry.at(),
        entry.actor(),
        entry.build(),
        entry.process(),
        entry.what(),
        Mentions.fieldsWithout(entry.before(), hidden),
        Mentions.fieldsWithout(entry.after(), hidden),
        entry.previousHash(),
        entry.hash());
  }
}
