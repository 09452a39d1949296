package org.itsmsuite.deputy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.itsmsuite.calendar.SpanWords;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;

/** Whether an absence can be entered; asked while nobody else enters one. */
final class AbsenceCheck {

  private final AbsenceStore store;
  private final DeputyRules rules;
  private final Accounts accounts;
  private final Access access;
  private final WhenWords when;

  /**
   * @param zone in which times are told
   */
  AbsenceCheck(
      AbsenceStore store, DeputyRules rules, Accounts accounts, Access access, ZoneId zone) {
    this.store = store;
    this.rules = rules;
    this.accounts = accounts;
    this.access = access;
    this.when = new WhenWords(zone);
  }

  void require(NewAbsence absence, Instant now) {
    span(absence, now);
    if (!accounts.exists(absence.account())) {
      throw Refusal.invalid(
          "absence.unknown-account", "account", "There is no account of exactly this name.");
    }
    Set<String> groups = accounts.groupsOf(absence.account());
    if (!access.may(new Actor(absence.account(), groups), AbsenceRights.ENTER)) {
      throw Refusal.invalid(
          "absence.not-staff",
          "account",
          "Absences are for staff: nothing is assigned to this account that a deputy would do.");
    }
    group(absence, groups);
    if (absence.deputy() != null) {
      deputy(absence, groups);
    }
    others(absence, now);
    Circle.of(store, absence)
        .ifPresent(
            path -> {
              throw Refusal.invalid(
                  "absence.cycle",
                  "deputy",
                  "In the end everybody would stand in for themselves: "
                      + String.join(" → ", path)
                      + ".");
            });
  }

  private void span(NewAbsence absence, Instant now) {
    if (!absence.from().isBefore(absence.until())) {
      throw Refusal.invalid(
          "absence.ends-before-it-begins", "until", "It has to end after it begins.");
    }
    if (!absence.until().isAfter(now)) {
      throw Refusal.invalid("absence.over-already", "until", "It would be over already.");
    }
    if (absence.until().isAfter(now.plus(rules.longestAbsence()))) {
      throw Refusal.invalid(
          "absence.too-long",
          "until",
          "It has to end within "
              + rules.longestAbsence().toDays()
              + " days from now; choose an earlier end. Of somebody who is gone for good the account is removed.");
    }
    if (absence.from().isBefore(now.minus(rules.tolerance()))) {
      throw Refusal.invalid(
          "absence.in-the-past",
          "from",
          "It may have begun "
              + SpanWords.of(rules.tolerance())
              + " ago at most; say when it was noticed.");
    }
  }

  private static void group(NewAbsence absence, Set<String> groups) {
    if (absence.group() == null) {
      return;
    }
    if (!Groups.exists(absence.group())) {
      throw Refusal.invalid("absence.unknown-group", "group", "There is no such group.");
    }
    if (!groups.contains(absence.group())) {
      throw Refusal.invalid(
          "absence.not-of-group", "group", absence.account() + " is not in this group.");
    }
  }

  private void deputy(NewAbsence absence, Set<String> groups) {
    String deputy = absence.deputy();
    if (deputy.equals(absence.account())) {
      throw Refusal.invalid(
          "absence.own-deputy", "deputy", "Nobody stands in for themselves; name somebody else.");
    }
    if (!accounts.exists(deputy)) {
      throw Refusal.invalid(
          "absence.unknown-deputy", "deputy", "There is no account of exactly this name.");
    }
    Set<String> theirs = accounts.groupsOf(deputy);
    Set<String> wanted = absence.group() == null ? groups : Set.of(absence.group());
    if (wanted.stream().noneMatch(group -> rules.mayStandIn(group, theirs))) {
      throw Refusal.invalid(
          "absence.deputy-not-of-group",
          "deputy",
          deputy
              + " may not stand in here: a deputy is in the same group, or in one that "
              + DeputiesFile.NAME
              + " names for it.");
    }
  }

  /** With two at a time, one that is called off would leave the other in force unseen. */
  private void others(NewAbsence absence, Instant now) {
    List<Absence> overlapping =
        store.overlapping(absence.account(), absence.from(), absence.until());
    for (Absence other : overlapping) {
      if (Objects.equals(other.group(), absence.group()) && other.until().isAfter(now)) {
        throw Refusal.invalid(
            "absence.overlaps",
            "from",
            "There is an absence already, %s; begin when it ends, or call it off first."
                .formatted(when.span(other)));
      }
    }
  }
}
