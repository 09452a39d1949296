package org.itsmsuite.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;

/**
 * Whom a message reaches: what a fact about it must say, and no more.
 *
 * @param recipients written to: people ({@code user:agent}), mailboxes of groups ({@code
 *     group:service-desk}) and addresses ({@code mail:desk@example.org})
 * @param through a group that has no mailbox to the people written to in its place, who are among
 *     the recipients
 * @param notReached meant to be told, but nobody can be: no address is known, or nobody of the
 *     group is at work
 * @param pending recipients whose address nobody can say at this moment; it is asked for again
 * @param notWhole groups of which more people are at work than one message is written to
 */
public record Reach(
    Set<String> recipients,
    Map<String, Set<String>> through,
    Set<String> notReached,
    Set<String> pending,
    Set<String> notWhole) {

  public static final Reach NOBODY = of(Set.of());

  public Reach {
    recipients = Set.copyOf(recipients);
    through = Map.copyOf(through);
    notReached = Set.copyOf(notReached);
    pending = Set.copyOf(pending);
    notWhole = Set.copyOf(notWhole);
  }

  /** All of them, each directly. */
  public static Reach of(Set<String> recipients) {
    return new Reach(recipients, Map.of(), Set.of(), Set.of(), Set.of());
  }

  /** Whether nobody at all is told. */
  public boolean isNobody() {
    return recipients.isEmpty();
  }

  /**
   * Whether this one is told, itself or through its members.
   *
   * @param recipient such as {@code group:top-management}
   */
  public boolean includes(String recipient) {
    return recipients.contains(recipient) || through.containsKey(recipient);
  }

  /** The fact with who is told, in which way, and who is not. */
  public Fact in(Fact fact) {
    Fact told = fact.with("recipients", Personal.of(sorted(recipients)));
    if (!through.isEmpty()) {
      Map<String, List<String>> ways = new TreeMap<>();
      through.forEach((group, people) -> ways.put(group, sorted(people)));
      told = told.with("through", Personal.of(ways));
    }
    if (!notReached.isEmpty()) {
      told = told.with("notReached", Personal.of(sorted(notReached)));
    }
    if (!pending.isEmpty()) {
      told = told.with("addressAwaited", Personal.of(sorted(pending)));
    }
    return notWhole.isEmpty() ? told : told.with("notWhole", sorted(notWhole));
  }

  private static List<String> sorted(Collection<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }
}
