package org.itsmsuite.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.itsmsuite.notification.GroupReaders.Readers;
import org.itsmsuite.refusal.Refusal;

/**
 * Finds out where messages go: to people's own addresses, and to the mailbox of a group or, where
 * it has none, to its people. Asks for all addresses at once.
 */
public final class Mailboxes {

  private final Addresses addresses;
  private final GroupReaders readers;
  private final boolean sending;
  private final int most;

  /**
   * @param sending whether mail is sent at all; else nobody needs an address to be told
   * @param most people of a group without a mailbox who are written to
   */
  public Mailboxes(Addresses addresses, GroupReaders readers, boolean sending, int most) {
    this.addresses = addresses;
    this.readers = readers;
    this.sending = sending;
    this.most = most;
  }

  /**
   * Where one recipient's message goes.
   *
   * @param address null if there is none
   * @param later whether nobody could be asked, so that it is to be found out when it is needed
   * @param reached whether a person gets to read it, as far as is known
   * @param note why no mail is sent, or null
   */
  record Box(String recipient, String address, boolean later, boolean reached, String note) {

    private static Box later(String recipient) {
      return new Box(recipient, null, true, true, null);
    }
  }

  /**
   * @param boxes in the order of recipients, so that two writers of the same messages cannot wait
   *     in a circle
   */
  record Found(List<Box> boxes, Reach reach) {}

  /**
   * @param recipients people without an account are left out
   * @throws IllegalArgumentException if one is no recipient
   */
  Found of(Collection<String> recipients, String record) {
    var meant = recipients.stream().distinct().map(Recipient::parse).toList();
    Map<String, Readers> groups = groupsWithoutMailbox(meant, record);
    Map<String, String> known = addressesOf(meant, groups.values());
    Map<String, Box> boxes = new TreeMap<>();
    for (Recipient one : meant) {
      box(one, known, groups).forEach(box -> boxes.put(box.recipient(), box));
    }
    return new Found(List.copyOf(boxes.values()), reach(boxes.values(), groups));
  }

  /** A null stands for: nobody can say now. */
  private Map<String, Readers> groupsWithoutMailbox(List<Recipient> meant, String record) {
    Map<String, Readers> found = new LinkedHashMap<>();
    for (Recipient one : meant) {
      if (one.isGroup() && mailbox(one.name()) == null) {
        found.put(one.name(), unlessUnavailable(() -> readers.of(one.name(), record, most)));
      }
    }
    return found;
  }

  private String mailbox(String group) {
    return usable(addresses.ofGroup(group).orElse(""));
  }

  /** Null if nobody can say now. */
  private Map<String, String> addressesOf(List<Recipient> meant, Collection<Readers> groups) {
    Set<String> accounts = new TreeSet<>();
    meant.stream().filter(Recipient::isUser).map(Recipient::name).forEach(accounts::add);
    groups.stream().filter(one -> one != null).forEach(one -> accounts.addAll(one.accounts()));
    return accounts.isEmpty() ? Map.of() : unlessUnavailable(() -> addresses.ofUsers(accounts));
  }

  /** A step must not fail because nobody can say at the moment where its message goes. */
  private static <T> T unlessUnavailable(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (Refusal e) {
      if (e.kind() != Refusal.Kind.UNAVAILABLE) {
        throw e;
      }
      return null;
    }
  }

  private List<Box> box(Recipient one, Map<String, String> known, Map<String, Readers> groups) {
    if (one.isUser()) {
      return person(one.toString(), one.name(), known);
    }
    if (!one.isGroup()) {
      return List.of(addressed(one.toString(), usable(one.name())));
    }
    if (!groups.containsKey(one.name())) {
      return List.of(addressed(one.toString(), mailbox(one.name())));
    }
    Readers found = groups.get(one.name());
    return found == null ? List.of(Box.later(one.toString())) : people(one, found, known);
  }

  /** Nothing for somebody without an account. */
  private List<Box> person(String recipient, String account, Map<String, String> known) {
    if (known == null) {
      return List.of(Box.later(recipient));
    }
    return known.containsKey(account)
        ? List.of(addressed(recipient, usable(known.get(account))))
        : List.of();
  }

  private Box addressed(String recipient, String address) {
    boolean missing = sending && address == null;
    return new Box(
        recipient,
        address,
        false,
        !missing,
        missing ? "No address is known for " + recipient + "." : null);
  }

  private List<Box> people(Recipient group, Readers found, Map<String, String> known) {
    List<Box> boxes = new ArrayList<>();
    found.accounts().forEach(one -> boxes.addAll(person("user:" + one, one, known)));
    long told = boxes.stream().filter(Box::reached).count();
    boxes.add(new Box(group.toString(), null, false, false, note(group, told, found.more())));
    return boxes;
  }

  private String note(Recipient group, long told, boolean more) {
    if (told == 0) {
      return "Nobody can be told: "
          + group
          + " has no mailbox, and nobody of it is at work"
          + (sending ? " who has an address." : ".");
    }
    String through = "No mailbox: told through " + told + " of its people.";
    return more
        ? through + " There are more, but one message goes to " + most + " at most."
        : through;
  }

  private static Reach reach(Collection<Box> boxes, Map<String, Readers> groups) {
    Set<String> reached = names(boxes, Box::reached);
    Map<String, Set<String>> through = new TreeMap<>();
    Set<String> notWhole = new TreeSet<>();
    groups.forEach(
        (group, found) -> {
          if (found == null) {
            return;
          }
          Set<String> people =
              found.accounts().stream()
                  .map(one -> "user:" + one)
                  .filter(reached::contains)
                  .collect(Collectors.toCollection(LinkedHashSet::new));
          if (!people.isEmpty()) {
            through.put("group:" + group, people);
          }
          if (found.more()) {
            notWhole.add("group:" + group);
          }
        });
    Set<String> not = names(boxes, box -> !box.reached());
    not.removeAll(through.keySet());
    return new Reach(reached, through, not, names(boxes, Box::later), notWhole);
  }

  private static Set<String> names(Collection<Box> boxes, Predicate<Box> which) {
    return boxes.stream()
        .filter(which)
        .map(Box::recipient)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String usable(String address) {
    return address.isBlank() || address.length() > Recipient.LONGEST ? null : address;
  }
}
