package org.itsmsuite.competence.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.competence.Coverages;
import org.itsmsuite.competence.Proof;
import org.itsmsuite.competence.ProofStore;
import org.itsmsuite.competence.Proofs;
import org.itsmsuite.competence.Skill;
import org.itsmsuite.competence.web.CompetenceBodies.NeedBody;
import org.itsmsuite.competence.web.CompetenceBodies.PageBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofsBody;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.Moments;
import org.itsmsuite.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people and programs ask about competence, as far as the access table lets them. */
@Component
class CompetenceDesk {

  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_NAME = 255;

  private final CompetenceRegister register;
  private final Proofs proofs;
  private final Coverages coverages;
  private final Access access;
  private final CurrentUser user;
  private final IdempotencyKeys keys;
  private final Clock time;
  private final ZoneId zone;

  CompetenceDesk(
      CompetenceRegister register,
      Proofs proofs,
      Coverages coverages,
      Access access,
      CurrentUser user,
      IdempotencyKeys keys,
      Clock time,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.register = register;
    this.proofs = proofs;
    this.coverages = coverages;
    this.access = access;
    this.user = user;
    this.keys = keys;
    this.time = time;
    this.zone = zone;
  }

  private void require(String permission) {
    if (!access.may(user.actor(), permission)) {
      throw Refusal.forbidden("competence.not-allowed", "Your groups do not permit this.");
    }
  }

  boolean mayEnter() {
    return access.may(user.actor(), "competence.enter");
  }

  ZoneId zone() {
    return zone;
  }

  Collection<Skill> skills() {
    return register.skills();
  }

  /** The claim of a log-in that proves skills as well, or null. */
  String claim() {
    return register.claim().orElse(null);
  }

  /**
   * @param at an instant, or a date for its beginning; blank for all proofs there are
   */
  ProofsBody proofs(String account, String at, int page, int size) {
    require("competence.read");
    var texts = new Texts();
    String whose = texts.optional("account", account, LONGEST_NAME);
    Instant then = Moments.dateOrInstant(texts, "at", at, zone);
    texts.verify();
    Instant moment = then == null ? time.instant() : then;
    ProofStore.Page found = proofs.find(whose, then, page, size);
    return new ProofsBody(
        moment,
        found.items().stream().map(one -> ProofBody.of(one, moment)).toList(),
        new PageBody(page, size, found.total(), (found.total() + size - 1) / size));
  }

  List<NeedBody> needs(String at) {
    require("competence.read");
    var texts = new Texts();
    Instant then = Moments.dateOrInstant(texts, "at", at, zone);
    texts.verify();
    return coverages.at(then == null ? time.instant() : then).stream().map(NeedBody::of).toList();
  }

  ProofBody enter(String account, String skill, String from, String until, String evidence) {
    require("competence.enter");
    var texts = new Texts();
    String whose = texts.required("account", account, LONGEST_NAME);
    String what = texts.required("skill", skill, 64);
    Instant begins = Moments.dateOrInstant(texts, "from", from, zone);
    Instant ends = Moments.dateOrInstant(texts, "until", until, zone);
    String seen = texts.requiredLines("evidence", evidence, LONGEST_TEXT);
    texts.verify();
    Proof entered = proofs.enter(whose, what, begins, ends, seen);
    return ProofBody.of(entered, time.instant());
  }

  /** The same page sent twice enters one. */
  void enterOnce(String key, CompetencePages.ProofForm form) {
    keys.once(
        key,
        user.actor().id(),
        "competence.proof",
        form,
        () ->
            enter(form.account(), form.skill(), form.from(), form.until(), form.evidence())
                .id()
                .toString());
  }

  void withdraw(UUID id, String reason) {
    require("competence.enter");
    var texts = new Texts();
    String why = texts.requiredLines("reason", reason, LONGEST_TEXT);
    texts.verify();
    proofs.withdraw(id, why);
  }
}
