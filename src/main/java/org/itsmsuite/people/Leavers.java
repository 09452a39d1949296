package org.itsmsuite.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.Absence.Kind;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.deputy.DeputyNews;
import org.itsmsuite.deputy.HandedOn;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/**
 * Somebody goes, leaves a group, or comes. Whoever is gone is away for good: by the same rows as
 * those who come back, so that whatever asks who stands in finds nobody. Joins the caller's
 * transaction; a second call does nothing.
 */
public class Leavers {

  private final AbsenceStore store;
  private final HandedOn tasks;
  private final DeputyNews news;
  private final Ledger ledger;
  private final Clock time;

  public Leavers(AbsenceStore store, HandedOn tasks, DeputyNews news, Ledger ledger, Clock time) {
    this.store = store;
    this.tasks = tasks;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * There is no such account any more. Their open tasks are their groups' again, their absences and
   * deputyships end.
   */
  public void gone(String account) {
    if (isLeft(account, null)) {
      return;
    }
    Instant now = now();
    store.left(account).forEach(row -> store.remove(row.id()));
    endAbsences(account, null, now);
    endDeputyships(account, now);
    tasks.absenceEnds(left(account, null, now));
    tasks.passOn(account, null);
  }

  /** The account is in the group no more: so are its open tasks, unless they are of another too. */
  public void lost(String account, String group) {
    if (isLeft(account, null) || isLeft(account, group)) {
      return;
    }
    Instant now = now();
    endAbsences(account, group, now);
    left(account, group, now);
    tasks.passOn(account, group);
  }

  /** There is such an account (again); which groups it is in is told by {@link #joined}. */
  public void back(String account) {
    take(account, null);
  }

  public void joined(String account, String group) {
    take(account, group);
  }

  private void take(String account, String group) {
    store.left(account).stream()
        .filter(row -> Objects.equals(row.group(), group))
        .forEach(
            row -> {
              store.remove(row.id());
              ledger.write(
                  Fact.of(row.record(), "absence.notForGood")
                      .with("account", Personal.of(account))
                      .with("group", group));
            });
  }

  private boolean isLeft(String account, String group) {
    return store.left(account).stream().anyMatch(row -> Objects.equals(row.group(), group));
  }

  private Absence left(String account, String group, Instant now) {
    var row =
        new Absence(
            UUID.randomUUID(),
            account,
            group,
            null,
            now,
            Absence.FOR_GOOD,
            Kind.LEFT,
            null,
            Actor.SYSTEM.id(),
            now,
            true,
            false);
    store.add(row);
    ledger.write(
        Fact.of(row.record(), "absence.forGood")
            .with("account", Personal.of(account))
            .with("group", group));
    return row;
  }

  /** Those of the group; all if it is null. */
  private void endAbsences(String account, String group, Instant now) {
    List<Absence> all = store.overlapping(account, now, Absence.FOR_GOOD);
    for (Absence absence : all) {
      if (absence.kind() == Kind.AWAY && (group == null || group.equals(absence.group()))) {
        store.end(absence.id(), now);
        ledger.write(
            Fact.of(absence.record(), "absence.endedByLeaving")
                .with("account", Personal.of(account))
                .changed("until", absence.until().toString(), now.toString()));
      }
    }
  }

  private void endDeputyships(String account, Instant now) {
    for (Absence absence : store.inWhichStandsIn(account, now)) {
      store.withoutDeputy(absence.id());
      ledger.write(
          Fact.of(absence.record(), "absence.deputyGone")
              .with("account", Personal.of(absence.account()))
              .changed("deputy", Personal.of(account), null));
      news.deputyGone(absence);
    }
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
