package org.itsmsuite.duty.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.itsmsuite.duty.AccountConflict;
import org.itsmsuite.duty.AccountConflicts;
import org.itsmsuite.duty.DutyException;
import org.itsmsuite.duty.DutyExceptionStore.UsePage;
import org.itsmsuite.duty.DutyExceptions;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.web.DutyBodies.DutyBody;
import org.itsmsuite.duty.web.DutyBodies.ExceptionBody;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.Moments;
import org.itsmsuite.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people and programs ask about duties, as far as the access table lets them. */
@Component
class DutyDesk {

  private static final int LONGEST_REASON = 2000;

  private final DutyRegister register;
  private final DutyExceptions exceptions;
  private final AccountConflicts conflicts;
  private final Access access;
  private final CurrentUser user;
  private final IdempotencyKeys keys;
  private final ZoneId zone;

  DutyDesk(
      DutyRegister register,
      DutyExceptions exceptions,
      AccountConflicts conflicts,
      Access access,
      CurrentUser user,
      IdempotencyKeys keys,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.register = register;
    this.exceptions = exceptions;
    this.conflicts = conflicts;
    this.access = access;
    this.user = user;
    this.keys = keys;
    this.zone = zone;
  }

  private void require(String permission) {
    if (!access.may(user.actor(), permission)) {
      throw Refusal.forbidden("duties.not-allowed", "Your groups do not permit this.");
    }
  }

  boolean mayApprove() {
    return exceptions.areOn() && access.may(user.actor(), "duty.except");
  }

  boolean areOn() {
    return exceptions.areOn();
  }

  ZoneId zone() {
    return zone;
  }

  List<DutyBody> duties() {
    require("duty.read");
    return register.all().stream().map(DutyBody::of).toList();
  }

  List<AccountConflict> conflicts() {
    require("duty.read");
    return conflicts.find();
  }

  List<ExceptionBody> exceptions() {
    require("duty.read");
    return exceptions.all().stream()
        .map(
            one ->
                ExceptionBody.of(
                    one.exception(), exceptions.isInForce(one.exception()), one.uses()))
        .toList();
  }

  UsePage uses(String record, int page, int size) {
    require("duty.read");
    return exceptions.uses(record == null || record.isBlank() ? null : record.strip(), page, size);
  }

  ExceptionBody approve(String duty, String reason, String from, String until) {
    require("duty.except");
    var texts = new Texts();
    String line = texts.required("duty", duty, 64);
    String why = texts.requiredLines("reason", reason, LONGEST_REASON);
    Instant begins = Moments.dateOrInstant(texts, "from", from, zone);
    Instant ends = Moments.dateOrInstant(texts, "until", until, zone);
    if (until == null || until.isBlank()) {
      texts.wrong("until", "request.missing", "It is required.");
    }
    texts.verify();
    DutyException approved = exceptions.approve(line, why, begins, ends);
    return ExceptionBody.of(approved, exceptions.isInForce(approved), 0);
  }

  /** The same page sent twice approves one. */
  void approveOnce(String key, DutiesPage.ExceptionForm form) {
    keys.once(
        key,
        user.actor().id(),
        "duties.exception",
        form,
        () -> String.valueOf(approve(form.duty(), form.reason(), form.from(), form.until()).id()));
  }

  void end(long id, String reason) {
    require("duty.except");
    var texts = new Texts();
    String why = texts.requiredLines("reason", reason, LONGEST_REASON);
    texts.verify();
    exceptions.end(id, why);
  }
}
