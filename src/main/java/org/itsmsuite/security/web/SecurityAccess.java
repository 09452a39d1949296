package org.itsmsuite.security.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.springframework.stereotype.Component;

/** Who may know of which security incident, and who may do what with it. */
@Component
class SecurityAccess {

  private final Access access;
  private final CurrentUser user;
  private final Restrictions restrictions;
  private final SecurityIncidents incidents;

  SecurityAccess(
      Access access, CurrentUser user, Restrictions restrictions, SecurityIncidents incidents) {
    this.access = access;
    this.user = user;
    this.restrictions = restrictions;
    this.incidents = incidents;
  }

  Actor actor() {
    return user.actor();
  }

  boolean may(String permission) {
    return access.may(actor(), permission);
  }

  /** The record, if the person may know of it; absent and hidden look the same. */
  SecurityIncident visible(String number) {
    return find(number).orElseThrow(() -> Absent.of(SecurityIncidents.PRACTICE, number));
  }

  Optional<SecurityIncident> find(String number) {
    return incidents
        .lookUp(number)
        .filter(incident -> restrictions.mayKnow(actor(), incident.number()));
  }

  /** Those that the person may know of, in the same order. */
  List<SecurityIncident> known(List<SecurityIncident> all) {
    return restrictions.knownTo(actor(), all, SecurityIncident::number);
  }

  List<String> knownNumbers(List<String> numbers) {
    return restrictions.knownTo(actor(), numbers, number -> number);
  }

  /** Facts without numbers of records that the person may not know of. */
  List<LedgerEntry> withoutHidden(List<LedgerEntry> facts) {
    return KnownEntries.to(actor(), facts, restrictions);
  }

  /** Messages, where one was taken up by a record that the person may not know of without it. */
  List<LeftMessage> withoutHiddenRecords(List<LeftMessage> messages) {
    return messages.stream()
        .map(
            one ->
                one.takenUpAs() == null || restrictions.mayKnow(actor(), one.takenUpAs())
                    ? one
                    : one.notTakenUp())
        .toList();
  }

  KnownRecords known(String column) {
    return restrictions.known(actor(), column);
  }

  /** Whom the record concerns. */
  Set<String> concerned(String number) {
    return restrictions.concerned(number);
  }

  /**
   * Whether the person sees the record's inner life; a customer who was named sees that there is
   * one, and where it stands.
   */
  boolean internal() {
    return may("security.read") || may("incident.internal");
  }

  void require(String permission, String key, String detail) {
    if (!may(permission)) {
      throw Refusal.forbidden(key, detail);
    }
  }

  void requireReport() {
    require(
        "security.report",
        "security.report-not-allowed",
        "Security incidents are raised by the security team; report an incident and tick that"
            + " security is affected.");
  }

  boolean mayAct(String action) {
    return access.may(actor(), "security.act", action);
  }
}
