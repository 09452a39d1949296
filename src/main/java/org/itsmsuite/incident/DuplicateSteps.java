package org.itsmsuite.incident;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
   * Before an incident becomes a duplicate: the other one must be known to the person, be worked
   * on, and be no duplicate of this one itself, or nobody would work on either. Nor can it be a
   * parent or a child of this one, at whatever distance: they would wait for each other.
   *
   * @param named of which it is found to be a duplicate
   * @return of which it is one then: if that is a duplicate itself, the one worked on for it
   * @throws Refusal {@code incident.unknown-duplicate}, {@code incident.restricted-duplicate},
   *     {@code incident.duplicate-cycle}, {@code incident.duplicate-in-family}, {@code
   *     incident.duplicate-of-closed}
   */
  public String original(String number, String named) {
    if (named == null || named.equals(number)) {
      return named;
    }
    if (!others.isKnown(named)) {
      throw Refusal.invalid(
          "incident.unknown-duplicate", "duplicateOf", "There is no incident \"" + named + "\".");
    }
    others.requireSameSide(number, named);
    families.lockFamilies();
    if (last(named, any -> true).equals(number)) {
      throw Refusal.conflict(
          "incident.duplicate-cycle",
          named + " is a duplicate of " + number + " itself; work on one of them.");
    }
    String original = last(named, others::isKnown);
    refuseFamily(number, original);
    refuseClosed(original);
    return original;
  }

  private void refuseFamily(String number, String original) {
    if (isAbove(original, number) || isAbove(number, original)) {
      throw Refusal.conflict(
          "incident.duplicate-in-family",
          number
              + " and "
              + original
              + " are parent and child of one family: take one away from its parent first.");
    }
  }

  private boolean isAbove(String above, String number) {
    Set<String> seen = new HashSet<>();
    String at = parent(number);
    while (at != null && seen.add(at)) {
      if (at.equals(above)) {
        return true;
      }
      at = parent(at);
    }
    return false;
  }

  private String parent(String number) {
    return store.find(number).map(one -> one.family().parent()).orElse(null);
  }

  private void refuseClosed(String original) {
    store
        .find(original)
        .filter(Incident::isClosed)
        .ifPresent(
            closed -> {
              throw Refusal.conflict(
                  "incident.duplicate-of-closed",
                  original
                      + " is "
                      + closed.status()
                      + " and nobody works on it: reopen it first, or relate the two.");
            });
  }

  /** It is an incident again: nothing says any more that it is the same as another. */
  public void takenBack(String number) {
    store
        .find(number)
        .flatMap(Duplicates::original)
        .ifPresent(
            original -> {
              families.unlink(number, LinkType.DUPLICATE_OF.name(), original);
              families.unlink(original, LinkType.HAS_DUPLICATE.name(), number);
            });
  }

  /** The one that is worked on for it, however often that was found to be a duplicate again. */
  private String last(String number, Predicate<String> seenByThePerson) {
    Set<String> seen = new HashSet<>();
    String at = number;
    while (seen.add(at)) {
      Optional<String> next = store.find(at).flatMap(Duplicates::original).filter(seenByThePerson);
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
    String survivor = last(number, any -> true);
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
