package org.itsmsuite.change;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyHolders;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of changes that are approved in advance: written by one person, released by another
 * one until a day, and taken out of use. Who may use a verb is decided before it is called.
 */
@Transactional
public class ChangeTemplates {

  private final TemplateStore store;
  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final Supplier<Duties> duties;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public ChangeTemplates(
      TemplateStore store,
      Catalogue catalogue,
      SupportGroups groups,
      Supplier<Duties> duties,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.catalogue = catalogue;
    this.groups = groups;
    this.duties = duties;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** Whoever wrote a version does not release it. */
  public static DutyHolders authors(TemplateStore store) {
    return new DutyHolders() {
      @Override
      public Set<String> duties() {
        return Set.of(ChangeDuties.TEMPLATE);
      }

      @Override
      public Set<String> holders(String subject, String duty) {
        int slash = subject.lastIndexOf('/');
        return store
            .find(subject.substring(0, slash), Integer.parseInt(subject.substring(slash + 1)))
            .map(found -> Set.of(found.writtenBy()))
            .orElse(Set.of());
      }
    };
  }

  /**
   * Writes another version, which nobody can use before it is released.
   *
   * @throws Refusal {@code change.unknown-service}, {@code change.unknown-group}
   */
  public Template draft(String id, Template.Text text) {
    if (catalogue.service(text.service()).isEmpty()) {
      throw Refusal.invalid("change.unknown-service", "service", "There is no such service.");
    }
    if (text.group() != null && groups.find(text.group()).isEmpty()) {
      throw Refusal.invalid("change.unknown-group", "group", "There is no such group.");
    }
    int version =
        1
            + store.all().stream()
                .filter(one -> one.id().equals(id))
                .mapToInt(Template::version)
                .max()
                .orElse(0);
    var template = Template.drafted(id, version, text, user.actor().id(), time.instant());
    store.add(template);
    ledger.write(template.drafted());
    return template;
  }

  /**
   * From now on changes are made from this version, until it expires.
   *
   * @param expiresAt exclusive
   * @throws Refusal {@code duties.conflict} for its author; {@code change.template-not-found},
   *     {@code change.template-released}, {@code change.expired-already}
   */
  public Template release(String id, int version, Instant expiresAt) {
    Template template = existing(id, version);
    duties.get().require(template.subject(), ChangeDuties.TEMPLATE);
    Instant now = time.instant();
    if (!expiresAt.isAfter(now)) {
      throw Refusal.invalid(
          "change.expired-already", "expiresAt", "It expires at a moment that is still to come.");
    }
    Template released = template.released(user.actor().id(), now, expiresAt);
    store.save(template, released);
    ledger.write(
        released
            .fact("change.templateReleased")
            .with("releasedBy", Personal.of(released.releasedBy()))
            .with("expiresAt", expiresAt.toString()));
    return released;
  }

  /**
   * @throws Refusal {@code change.template-not-found}, {@code change.template-not-in-use}
   */
  public Template retire(String id, int version, String because) {
    Template template = existing(id, version);
    Template retired = template.retired(user.actor().id(), time.instant(), because);
    store.save(template, retired);
    ledger.write(retired.fact("change.templateRetired").with("because", Personal.of(because)));
    return retired;
  }

  private Template existing(String id, int version) {
    return store.find(id, version).orElseThrow(ChangeTemplates::absent);
  }

  private static Refusal absent() {
    return Refusal.notFound("change.template-not-found", "There is no such version of a template.");
  }

  /** All versions, by id, the newest first. */
  @Transactional(readOnly = true)
  public List<Template> all() {
    return store.all();
  }

  /** Those that changes can be made from now: of each template the newest released version. */
  @Transactional(readOnly = true)
  public List<Template> usable() {
    Instant now = time.instant();
    Map<String, Template> newest = new LinkedHashMap<>();
    store.all().stream()
        .filter(one -> one.state(now) != Template.State.DRAFT)
        .forEach(one -> newest.putIfAbsent(one.id(), one));
    return new ArrayList<>(
        newest.values().stream().filter(one -> one.state(now) == Template.State.RELEASED).toList());
  }

  /** The newest version that was ever released, also if it has expired or is out of use. */
  @Transactional(readOnly = true)
  public Optional<Template> newest(String id) {
    Instant now = time.instant();
    return store.all().stream()
        .filter(one -> one.id().equals(id))
        .filter(one -> one.state(now) != Template.State.DRAFT)
        .findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Template> find(TemplateUse use) {
    return store.find(use.id(), use.version());
  }

  /** Whether the version that a change was made from approves it now. */
  @Transactional(readOnly = true)
  public boolean approves(TemplateUse use) {
    return find(use)
        .filter(one -> one.state(time.instant()) == Template.State.RELEASED)
        .isPresent();
  }
}
