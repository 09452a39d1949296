package org.itsmsuite.change.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSearch.Reach;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.NewChange;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Scopes;
import org.itsmsuite.incident.VisibleIncidents;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may know of which change, and who may do what with it. */
@Component
public class ChangeAccess {

  private final Access access;
  private final CurrentUser user;
  private final Catalogue catalogue;
  private final Restrictions restrictions;
  private final VisibleIncidents incidents;
  private final VisibleServices services;
  private final ObjectProvider<RecordPractice> records;
  private final Changes changes;

  ChangeAccess(
      Access access,
      CurrentUser user,
      Catalogue catalogue,
      Restrictions restrictions,
      VisibleIncidents incidents,
      VisibleServices services,
      ObjectProvider<RecordPractice> records,
      Changes changes) {
    this.access = access;
    this.user = user;
    this.catalogue = catalogue;
    this.restrictions = restrictions;
    this.incidents = incidents;
    this.services = services;
    this.records = records;
    this.changes = changes;
  }

  public Actor actor() {
    return user.actor();
  }

  public boolean may(String permission) {
    return access.may(actor(), permission);
  }

  /** Whose changes the person sees. */
  public Reach reach() {
    return reach(access.scope(actor(), "change.read"));
  }

  private Reach reach(Scopes scopes) {
    if (scopes.all()) {
      return Reach.ALL;
    }
    Actor actor = actor();
    return new Reach(
        false,
        scopes.own() ? actor.id() : null,
        scopes.customer() ? catalogue.customerOf(actor.id()).map(Customer::id).orElse(null) : null,
        scopes.group() ? actor.groups() : Set.of());
  }

  /** Whether the person sees every change that is not restricted, with its inner life. */
  public boolean seesAll() {
    return reach().all() && internal();
  }

  /** The record, if the person may know of it; absent and hidden look the same. */
  public Change visible(String number) {
    return find(number).orElseThrow(() -> Absent.of(Changes.PRACTICE, number));
  }

  /** The record, if the person may know of it. */
  public Optional<Change> find(String number) {
    return changes
        .lookUp(number)
        .filter(change -> reach().covers(change))
        .filter(change -> restrictions.mayKnow(actor(), change.number()));
  }

  /** Those that the person may know of, in the same order. */
  List<Change> known(List<Change> all) {
    Reach reach = reach();
    return restrictions.knownTo(
        actor(), all.stream().filter(reach::covers).toList(), Change::number);
  }

  /** Which records the person may know of, by a column of a query. */
  public KnownRecords known(String column) {
    return restrictions.known(actor(), column);
  }

  /** Numbers of other records that the person may know of. */
  public List<String> knownNumbers(Collection<String> numbers) {
    Set<String> hidden = hidden(numbers);
    return numbers.stream().filter(number -> !hidden.contains(number)).toList();
  }

  /** Facts without numbers of records that the person may not know of. */
  List<LedgerEntry> knownFacts(List<LedgerEntry> facts) {
    return KnownEntries.to(actor(), facts, restrictions, this::hidden);
  }

  private Set<String> hidden(Collection<String> numbers) {
    Set<String> hidden = new HashSet<>(restrictions.hidden(actor(), numbers));
    for (String number : numbers) {
      if ((number.startsWith("INC-") && !incidents.isVisible(number))
          || (number.startsWith("CHG-") && find(number).isEmpty())) {
        hidden.add(number);
      }
    }
    return hidden;
  }

  /** Whether the person sees assessments, risk and votes, and who works on it. */
  public boolean internal() {
    return may("change.internal");
  }

  /**
   * @throws Refusal {@code change.request-not-allowed}, {@code
   *     change.request-for-others-not-allowed}, {@code change.unknown-service}, {@code
   *     change.unknown-cause}
   */
  void requireRequest(NewChange asked) {
    require("change.request", "change.request-not-allowed", "You may not ask for changes.");
    String requester = asked.requester();
    if ((requester != null && !requester.equals(actor().id())) || asked.customer() != null) {
      require(
          "change.request-for-others",
          "change.request-for-others-not-allowed",
          "You may ask for yourself only; leave requester and customer out.");
    }
    // What the person may not know of is answered like what does not exist.
    if (asked.service() != null && !services.include(actor(), asked.service())) {
      throw Refusal.invalid(
          "change.unknown-service", "service", "There is no such service; choose one of the list.");
    }
    if (asked.cause() != null && !isKnown(asked.cause())) {
      throw Refusal.invalid(
          "change.unknown-cause", "cause", "There is no such record among those you may see.");
    }
  }

  private boolean isKnown(String number) {
    return records.stream()
        .filter(one -> !one.name().equals(Changes.PRACTICE))
        .filter(one -> one.owns(number))
        .anyMatch(one -> one.visible(number).isPresent());
  }

  private void require(String permission, String key, String detail) {
    if (!may(permission)) {
      throw Refusal.forbidden(key, detail);
    }
  }

  /**
   * Whether the person may do this with templates: {@code draft}, {@code release}, {@code retire}.
   */
  boolean mayTemplate(String what) {
    return access.may(actor(), "change.template", what);
  }

  /** Whether the person may use the action at all, on whatever change. */
  boolean mayAct(String action) {
    return access.may(actor(), "change.act", action);
  }

  /** Whether the person may use the action on this change, which they may see. */
  public boolean mayAct(Change change, String action) {
    return reach(access.scope(actor(), "change.act", action)).covers(change);
  }
}
