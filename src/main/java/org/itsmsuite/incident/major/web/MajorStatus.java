package org.itsmsuite.incident.major.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Scopes;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** Which major incidents a person sees: all, or those of the services their customer receives. */
@Component
class MajorStatus {

  private static final String PERMISSION = "incident.major-status";

  private final Majors majors;
  private final Access access;
  private final CurrentUser user;
  private final Catalogue catalogue;
  private final Restrictions restrictions;

  MajorStatus(
      Majors majors,
      Access access,
      CurrentUser user,
      Catalogue catalogue,
      Restrictions restrictions) {
    this.majors = majors;
    this.access = access;
    this.user = user;
    this.catalogue = catalogue;
    this.restrictions = restrictions;
  }

  boolean seesAny() {
    return !scopes().none();
  }

  /** Whether the person sees those of every service, as staff does. */
  boolean seesAll() {
    return scopes().all();
  }

  private Scopes scopes() {
    return access.scope(user.actor(), PERMISSION);
  }

  /**
   * Those that go on, newest first; none that is restricted and does not concern the person.
   *
   * @throws Refusal {@code incident.major-status-not-allowed}
   */
  List<MajorIncident> running() {
    if (!seesAny()) {
      throw Refusal.forbidden(
          "incident.major-status-not-allowed", "You may not see how major incidents stand.");
    }
    Actor actor = user.actor();
    return majors.running(
        restrictions.known(actor, "i.number"), seesAll() ? null : services(actor));
  }

  private Set<String> services(Actor actor) {
    Optional<Customer> customer = catalogue.customerOf(actor.id());
    return catalogue.services().stream()
        .filter(
            service -> customer.filter(one -> service.customers().contains(one.id())).isPresent())
        .map(Service::id)
        .collect(Collectors.toSet());
  }
}
