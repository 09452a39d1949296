package org.itsmsuite.incident;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.Clocks;

/** What the steps of the process do about incidents that are the same as another. */
public class DuplicateSteps {

  private final IncidentStore store;
  private final FamilyStore families;
  private final OtherIncidents others;
  private final Clocks clocks;

  public DuplicateSteps(
      IncidentStore store, FamilyStore families, OtherIncidents others, Clocks clocks) {
    this.store = store;
    this.families = families;
    this.others = others;
    this.clocks = clocks;
  }

  /**
   * Before an incident becomes a duplicate: the other one must be known to the person, and not be a
   * duplicate of this one itself, or nobody would work on either.
   *
   * @throws Refusal {@code incident.unknown-duplicate}, {@code incident.restricted-duplicate},
   *     {@code incident.duplicate-cycle}
   */
  public void check(String number, String original) {
    if (original == null || original.equals(number)) {
      return;
    }
    if (!others.isKnown(original)) {
      throw Refusal.invalid(
          "incident.unknown-duplicate",
          "duplicateOf",
          "There is no incident \"" + original + "\".");
    }
    others.requireSameSide(number, original);
    families.lockFamilies();
    if (survivor(original).equals(number)) {
      throw Refusal.conflict(
          "incident.duplicate-cycle",
          original + " is a duplicate of " + number + " itself; work on one of them.");
    }
  }

  /** The one that is worked on for it, however often that was found to be a duplicate again. */
  private String survivor(String number) {
    Set<String> seen = new HashSet<>();
    String at = number;
    while (seen.add(at)) {
      Optional<String> next = store.find(at).flatMap(Duplicates::original);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  /**
   * A duplicate is closed: whoever reported the matter first is the one whose time counts.
   *
   * @return the incident that goes on for it, whose milestones may be past by now
   */
  public Optional<String> merged(String number) {
    Incident duplicate = store.find(number).orElseThrow(() -> OtherIncidents.unknown(number));
    if (Duplicates.original(duplicate).isEmpty()) {
      return Optional.empty();
    }
    String survivor = survivor(number);
    store.lock(survivor);
    clocks.openedEarlier(survivor, earliest(duplicate, new HashSet<>()));
    return Optional.of(survivor);
  }

  /** Of the incident and all that are duplicates of it. */
  private Instant earliest(Incident incident, Set<String> seen) {
    Instant earliest = incident.openedAt();
    for (String duplicate : Duplicates.of(incident.number(), store)) {
      if (seen.add(duplicate)) {
        Instant other = store.find(duplicate).map(one -> earliest(one, seen)).orElse(earliest);
        earliest = other.isBefore(earliest) ? other : earliest;
      }
    }
    return earliest;
  }
}
