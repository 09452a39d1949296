package org.itsmsuite.deputy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.itsmsuite.deputy.Absence.Kind;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/** Absences as people enter them and call them off; each is a fact. */
@Transactional
public class Absences {

  private final AbsenceStore store;
  private final AbsenceCheck check;
  private final AbsenceRights rights;
  private final HandedOn tasks;
  private final DeputyNews news;
  private final Ledger ledger;
  private final Clock time;

  Absences(
      AbsenceStore store,
      AbsenceCheck check,
      AbsenceRights rights,
      HandedOn tasks,
      DeputyNews news,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.check = check;
    this.rights = rights;
    this.tasks = tasks;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Enters one; if it has begun already, open tasks are passed on at once.
   *
   * @throws Refusal {@code absence.*}; {@code absence.cycle} tells who would stand in for whom
   */
  public Absence enter(NewAbsence entered) {
    String account = entered.account() == null ? rights.actor().id() : entered.account();
    rights.requireEntering(account);
    var wanted =
        new NewAbsence(
            account,
            entered.group(),
            entered.deputy(),
            entered.from().truncatedTo(ChronoUnit.MICROS),
            entered.until().truncatedTo(ChronoUnit.MICROS),
            entered.reason());
    store.lockEntry();
    Instant now = now();
    check.require(wanted, now);
    var absence =
        new Absence(
            UUID.randomUUID(),
            account,
            wanted.group(),
            wanted.deputy(),
            wanted.from(),
            wanted.until(),
            Kind.AWAY,
            wanted.reason(),
            rights.actor().id(),
            now,
            false,
            false);
    store.add(absence);
    ledger.write(
        Fact.of(absence.record(), "absence.entered")
            .with("account", Personal.of(account))
            .with("group", absence.group())
            .with("deputy", Personal.of(absence.deputy()))
            .with("from", absence.from().toString())
            .with("until", absence.until().toString())
            .with("reason", Personal.of(absence.reason())));
    news.named(absence);
    if (absence.isInForce(now)) {
      tasks.absenceBegins(absence.id());
    }
    return absence;
  }

  /**
   * Calls one off. If it has begun, it ends now, and what has not been done comes back.
   *
   * @throws Refusal {@code absence.not-found}, also for one that the person may not change; {@code
   *     absence.over}
   */
  public void callOff(UUID id) {
    Absence absence =
        store
            .lock(id)
            .filter(one -> one.kind() == Kind.AWAY && rights.mayChange(one.account()))
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "absence.not-found", "There is no such absence that you may change."));
    Instant now = now();
    if (absence.ended() || !absence.until().isAfter(now)) {
      throw Refusal.conflict("absence.over", "It is over already.");
    }
    ledger.write(
        Fact.of(absence.record(), "absence.calledOff")
            .with("account", Personal.of(absence.account()))
            .changed("until", absence.until().toString(), now.toString()));
    store.end(id, now);
    tasks.absenceEnds(absence);
  }

  /**
   * The person's own and those in which they stand in; everybody's for who may enter everybody's.
   */
  @Transactional(readOnly = true)
  public AbsencePage page(int page, int size) {
    return store.page(rights.mayEnterForOthers() ? null : rights.actor().id(), now(), page, size);
  }

  @Transactional(readOnly = true)
  public Absence visible(UUID id) {
    return store
        .find(id)
        .filter(one -> one.kind() == Kind.AWAY)
        .filter(one -> rights.mayChange(one.account()) || rights.actor().id().equals(one.deputy()))
        .orElseThrow(
            () ->
                Refusal.notFound("absence.not-found", "There is no such absence for you to see."));
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
