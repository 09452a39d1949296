package org.itsmsuite.incident.web;

import java.util.Optional;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.servicelevel.Agreement;
import org.itsmsuite.servicelevel.Agreements;
import org.itsmsuite.servicelevel.Counterparty;
import org.itsmsuite.servicelevel.ServiceRequirement;
import org.itsmsuite.sla.ClockView;
import org.springframework.stereotype.Component;

/** What stands behind a clock: who agreed on it with whom, and what for. */
@Component
class AgreementWords {

  private final Agreements agreements;
  private final Catalogue catalogue;
  private final IncidentWords words;

  AgreementWords(Agreements agreements, Catalogue catalogue, IncidentWords words) {
    this.agreements = agreements;
    this.catalogue = catalogue;
    this.words = words;
  }

  /**
   * @param name the id of an agreement that is no longer kept
   */
  record AgreementRow(
      String id, String name, String requirement, String counterparty, String approved) {}

  /** Null for a clock that no agreement stands behind. */
  AgreementRow of(ClockView clock) {
    return clock.agreement() == null
        ? null
        : agreements
            .find(clock.agreement())
            .map(agreement -> row(agreement, clock.requirement()))
            .orElseGet(
                () ->
                    new AgreementRow(
                        clock.agreement(), clock.agreement(), clock.requirement(), null, null));
  }

  private AgreementRow row(Agreement agreement, String requirement) {
    return new AgreementRow(
        agreement.id(),
        agreement.name(),
        agreement.requirement(requirement).map(ServiceRequirement::text).orElse(requirement),
        name(agreement.counterparty()),
        agreement.approvedOn() + " by " + agreement.approvedBy());
  }

  private String name(Counterparty party) {
    Optional<String> customer = catalogue.customer(party.id()).map(Customer::name);
    return party.kind().isCustomer() ? customer.orElse(party.id()) : words.groupName(party.id());
  }
}
