package org.itsmsuite.incident;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/** Connects incidents with each other, and takes connections away. */
@Transactional
public class IncidentLinks {

  private final IncidentStore store;
  private final FamilyStore families;
  private final IncidentFamilies family;
  private final OtherIncidents others;
  private final Ledger ledger;
  private final Clock time;

  public IncidentLinks(
      IncidentStore store,
      FamilyStore families,
      IncidentFamilies family,
      OtherIncidents others,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.families = families;
    this.family = family;
    this.others = others;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Connects two incidents; duplicates come about by reclassification, not here.
   *
   * @param reason may be null
   * @throws Refusal {@code incident.unknown-other}, {@code incident.link-to-itself}, {@code
   *     incident.already-linked}, {@code incident.not-a-link}, and what {@link
   *     IncidentFamilies#link} refuses
   */
  public void link(String number, LinkType type, String other, String reason) {
    switch (type) {
      case CHILD_OF -> family.link(number, other, reason);
      case PARENT_OF -> family.link(other, number, reason);
      case RELATED_TO -> relate(number, other, reason);
      default -> throw byReclassification();
    }
  }

  /**
   * Takes a connection away.
   *
   * @throws Refusal {@code incident.not-linked}, {@code incident.not-a-link}
   */
  public void unlink(String number, LinkType type, String other, String reason) {
    switch (type) {
      case CHILD_OF -> family.unlink(number, other, reason);
      case PARENT_OF -> family.unlink(other, number, reason);
      case RELATED_TO -> separate(number, other, reason);
      default -> throw byReclassification();
    }
  }

  private void relate(String number, String other, String reason) {
    refuseItself(number, other);
    families.lockFamilies();
    Incident here = others.found(number);
    Incident there = others.found(other);
    if (store.links(number).contains(related(other))) {
      throw Refusal.conflict(
          "incident.already-linked", number + " is related to " + other + " already.");
    }
    store.link(number, LinkType.RELATED_TO.name(), other, time.instant());
    store.link(other, LinkType.RELATED_TO.name(), number, time.instant());
    tell(here, there, "incident.related", reason);
  }

  private void separate(String number, String other, String reason) {
    families.lockFamilies();
    Incident here = others.found(number);
    if (!others.isKnown(other) || !families.unlink(number, LinkType.RELATED_TO.name(), other)) {
      throw notLinked(number, other);
    }
    families.unlink(other, LinkType.RELATED_TO.name(), number);
    tell(here, others.found(other), "incident.separated", reason);
  }

  /** In the order of their numbers, so that two who write at both never wait for each other. */
  private void tell(Incident one, Incident two, String what, String reason) {
    Stream.of(List.of(one, two), List.of(two, one))
        .sorted((a, b) -> a.get(0).number().compareTo(b.get(0).number()))
        .map(pair -> pair.get(0).fact(what).with("other", pair.get(1).number()))
        .forEach(fact -> ledger.write(fact.with("reason", Personal.of(reason))));
  }

  private static IncidentStore.Link related(String other) {
    return new IncidentStore.Link(LinkType.RELATED_TO.name(), other);
  }

  static void refuseItself(String number, String other) {
    if (number.equals(other)) {
      throw Refusal.invalid(
          "incident.link-to-itself", "number", number + " cannot be linked to itself.");
    }
  }

  /** The answer to taking away a link that is not there, or not to be known of. */
  public static Refusal notLinked(String number, String other) {
    return Refusal.conflict("incident.not-linked", number + " has no such link to " + other + ".");
  }

  private static Refusal byReclassification() {
    return Refusal.invalid(
        "incident.not-a-link",
        "type",
        "A duplicate is made by the action duplicate-of, and taken back by reopening.");
  }
}
