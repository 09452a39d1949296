package org.itsmsuite.servicelevel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.servicelevel.AgreedTarget;
import org.itsmsuite.servicelevel.AgreedTargets;
import org.itsmsuite.servicelevel.Agreement;
import org.itsmsuite.servicelevel.Agreements;
import org.itsmsuite.servicelevel.Counterparty;
import org.itsmsuite.servicelevel.ServiceRequirement;
import org.itsmsuite.servicelevel.web.AgreementBody.TargetBody;
import org.springframework.stereotype.Component;

/** Agreements with what the released table promises under them, for those who may read them. */
@Component
class AgreementRegister {

  private final Agreements agreements;
  private final AgreedTargets targets;
  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final Access access;
  private final CurrentUser user;

  AgreementRegister(
      Agreements agreements,
      AgreedTargets targets,
      Catalogue catalogue,
      SupportGroups groups,
      Access access,
      CurrentUser user) {
    this.agreements = agreements;
    this.targets = targets;
    this.catalogue = catalogue;
    this.groups = groups;
    this.access = access;
    this.user = user;
  }

  List<AgreementBody> all() {
    requireRead();
    List<AgreedTarget> promised = targets.all();
    return agreements.all().stream().map(one -> body(one, promised)).toList();
  }

  AgreementBody one(String id) {
    requireRead();
    return agreements
        .find(id)
        .map(one -> body(one, targets.all()))
        .orElseThrow(
            () ->
                Refusal.notFound("servicelevel.no-such-agreement", "There is no such agreement."));
  }

  private void requireRead() {
    if (!access.may(user.actor(), "agreement.read")) {
      throw Refusal.forbidden(
          "servicelevel.agreements-not-allowed", "Your groups may not read agreements.");
    }
  }

  private AgreementBody body(Agreement agreement, List<AgreedTarget> promised) {
    List<TargetBody> all = new ArrayList<>(measured(agreement, promised));
    agreement
        .targets()
        .forEach(
            one ->
                all.add(
                    new TargetBody(
                        one.requirement(),
                        null,
                        null,
                        agreement
                            .requirement(one.requirement())
                            .map(ServiceRequirement::services)
                            .orElseThrow(),
                        one.target().toString(),
                        one.calendar())));
    return AgreementBody.of(agreement, name(agreement.counterparty()), all);
  }

  /** One line for services that are promised the same. */
  private static List<TargetBody> measured(Agreement agreement, List<AgreedTarget> promised) {
    Map<TargetBody, List<String>> services = new LinkedHashMap<>();
    for (AgreedTarget one : promised) {
      if (agreement.id().equals(one.agreement())) {
        services.computeIfAbsent(line(one, List.of()), any -> new ArrayList<>()).add(one.service());
      }
    }
    return services.entrySet().stream()
        .map(entry -> with(entry.getKey(), entry.getValue().stream().distinct().toList()))
        .toList();
  }

  private static TargetBody line(AgreedTarget one, List<String> services) {
    return new TargetBody(
        one.requirement(), one.clock(), one.priority(), services, one.target(), one.calendar());
  }

  private static TargetBody with(TargetBody line, List<String> services) {
    return new TargetBody(
        line.requirement(),
        line.clock(),
        line.priority(),
        services,
        line.target(),
        line.calendar());
  }

  private String name(Counterparty party) {
    Optional<String> name =
        party.kind().isCustomer()
            ? catalogue.customer(party.id()).map(Customer::name)
            : groups.find(party.id()).map(SupportGroup::name);
    return name.orElse(party.id());
  }
}
