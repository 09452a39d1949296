package org.itsmsuite.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.duty.DutyExceptionStore.Counted;
import org.itsmsuite.duty.DutyExceptionStore.UsePage;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions from the separation of duties, for a provider whose people cannot always be two. Who
 * may approve one is decided before it is called.
 */
public class DutyExceptions implements GrantedExceptions {

  /** How far a beginning may lie in the past: as long as a form may lie open. */
  private static final Duration A_MOMENT = Duration.ofMinutes(5);

  private final DutyExceptionStore store;
  private final DutyRegister register;
  private final CurrentUser user;
  private final Restrictions restrictions;
  private final Ledger ledger;
  private final Clock time;
  private final boolean on;

  /**
   * @param on whether exceptions may be approved and are in force at all
   */
  public DutyExceptions(
      DutyExceptionStore store,
      DutyRegister register,
      CurrentUser user,
      Restrictions restrictions,
      Ledger ledger,
      Clock time,
      boolean on) {
    this.store = store;
    this.register = register;
    this.user = user;
    this.restrictions = restrictions;
    this.ledger = ledger;
    this.time = time;
    this.on = on;
  }

  public boolean areOn() {
    return on;
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @param from inclusive; null for now
   * @param until exclusive
   * @throws Refusal {@code duties.exceptions-off}, {@code duties.unknown-duty}, {@code
   *     duties.not-exceptable}, {@code duties.bad-period}, {@code duties.exception-overlaps}
   */
  @Transactional
  public DutyException approve(String duty, String reason, Instant from, Instant until) {
    if (!on) {
      throw Refusal.conflict(
          "duties.exceptions-off",
          "Exceptions are switched off here (itsm.duty-exceptions): they are for a provider of one person.");
    }
    Duty line =
        register
            .find(duty)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "duties.unknown-duty",
                        "duty",
                        "There is no duty of this name; see /duties."));
    if (!line.exceptable()) {
      throw Refusal.invalid(
          "duties.not-exceptable", "duty", "No exception can be approved from " + line.id() + ".");
    }
    Instant now = now();
    Instant begins = from == null ? now : from.truncatedTo(ChronoUnit.MICROS);
    checkPeriod(now, begins, until);
    store.lockEntry();
    var exception =
        new DutyException(
            store.nextId(), duty, reason, user.actor().id(), now, begins, until, null, null);
    requireAlone(exception, now);
    store.add(exception);
    ledger.write(
        Fact.of(chain(exception), "duties.exceptionApproved")
            .with("duty", duty)
            .with("reason", Personal.of(reason))
            .with("from", begins.toString())
            .with("until", until.toString()));
    return exception;
  }

  /** One at a time: of two, one that is ended would leave the other in force unseen. */
  private void requireAlone(DutyException wanted, Instant now) {
    store.standing(wanted.duty(), now).stream()
        .filter(wanted::overlaps)
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusal.conflict(
                  "duties.exception-overlaps",
                  "Exception no. %d from the same duty, approved by %s, holds from %s until before %s. End that one, or choose a time outside of it."
                      .formatted(other.id(), other.approvedBy(), other.from(), other.end()));
            });
  }

  private void checkPeriod(Instant now, Instant from, Instant until) {
    if (from.isBefore(now.minus(A_MOMENT))) {
      throw Refusal.invalid(
          "duties.bad-period",
          "from",
          "An exception must begin now or later: it cannot reach back.");
    }
    if (!from.isBefore(until)) {
      throw Refusal.invalid("duties.bad-period", "until", "The end must lie after the beginning.");
    }
    if (Duration.between(from, until).compareTo(register.longestException()) > 0) {
      throw Refusal.invalid(
          "duties.bad-period",
          "until",
          "An exception can be approved for "
              + register.longestException().toDays()
              + " days at most; choose an earlier end.");
    }
  }

  /**
   * Ends an exception before its time.
   *
   * @throws Refusal {@code duties.unknown-exception}, {@code duties.exception-over}
   */
  @Transactional
  public DutyException end(long id, String reason) {
    DutyException exception =
        store
            .lock(id)
            .orElseThrow(
                () -> Refusal.notFound("duties.unknown-exception", "There is no such exception."));
    if (exception.endedAt() != null || !now().isBefore(exception.until())) {
      throw Refusal.conflict("duties.exception-over", "The exception has ended already.");
    }
    DutyException ended = exception.endedAt(now(), user.actor().id());
    store.end(ended);
    ledger.write(
        Fact.of(chain(ended), "duties.exceptionEnded")
            .with("duty", ended.duty())
            .with("reason", Personal.of(reason)));
    return ended;
  }

  private static String chain(DutyException exception) {
    return "duty-exception:" + exception.id();
  }

  @Override
  public Optional<DutyException> inForce(String duty) {
    return on ? store.inForce(duty, now()) : Optional.empty();
  }

  /** All that are in force now. */
  public List<DutyException> inForce() {
    return on ? store.inForce(now()) : List.of();
  }

  @Override
  @Transactional
  public void used(DutyException exception, String subject, String account) {
    store.used(new DutyUse(exception.id(), exception.duty(), subject, account, now()));
  }

  /** Every exception there ever was, the newest first. */
  @Transactional(readOnly = true)
  public List<Counted> all() {
    return store.all();
  }

  /**
   * Uses on records that the person who asks may know of, newest first.
   *
   * @param subject only on this one, or null for all
   */
  @Transactional(readOnly = true)
  public UsePage uses(String subject, int page, int size) {
    return store.uses(subject, restrictions.known(user.actor(), "u.subject"), page, size);
  }

  /** Whether it is in force at this moment. */
  public boolean isInForce(DutyException exception) {
    return on && exception.isInForce(now());
  }
}
