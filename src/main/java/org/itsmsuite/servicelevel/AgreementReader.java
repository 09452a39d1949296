package org.itsmsuite.servicelevel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;

/** Reads one agreement and checks it against the catalogue and the groups. */
final class AgreementReader {

  record Entry(
      String id,
      String name,
      Party counterparty,
      List<String> services,
      String validFrom,
      String validUntil,
      String approvedBy,
      String approvedOn,
      String contract,
      List<Need> requirements,
      List<Promised> targets) {}

  record Party(String kind, String id) {}

  record Need(String id, List<String> services, String text) {}

  record Promised(String requirement, String target, String calendar) {}

  private final YamlFile file;
  private final ContentSource content;
  private final List<String> services;
  private final List<String> customers;
  private final List<String> groups;

  AgreementReader(YamlFile file, ContentSource content, Catalogue catalogue, SupportGroups groups) {
    this.file = file;
    this.content = content;
    this.services = catalogue.services().stream().map(Service::id).toList();
    this.customers = catalogue.customers().stream().map(Customer::id).toList();
    this.groups = groups.all().stream().map(SupportGroup::id).toList();
  }

  Agreement agreement(Entry entry, String place) {
    String id = file.id(entry.id(), place + ".id");
    List<String> covered =
        services(entry.services(), services, "in the catalogue", place + ".services");
    LocalDate from = date(entry.validFrom(), place + ".validFrom");
    List<ServiceRequirement> needs = requirements(entry.requirements(), covered, place);
    return new Agreement(
        id,
        file.text(entry.name(), place + ".name"),
        counterparty(entry.counterparty(), place + ".counterparty"),
        covered,
        from,
        entry.validUntil() == null
            ? null
            : after(from, date(entry.validUntil(), place + ".validUntil"), place),
        known(entry.approvedBy(), Groups.ids(), "approver", "group", place + ".approvedBy"),
        date(entry.approvedOn(), place + ".approvedOn"),
        entry.contract(),
        needs,
        targets(entry.targets(), needs, place + ".targets"));
  }

  private List<String> services(List<String> ids, List<String> known, String where, String place) {
    List<String> named = file.list(ids, place);
    file.distinct(named, place);
    if (named.isEmpty()) {
      throw file.fault("servicelevel.no-service", place, "at least one service is needed");
    }
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        throw file.fault(
            "servicelevel.unknown-service",
            place + "[" + i + "]",
            "there is no service %s %s; there are %s"
                .formatted(Quoted.text(named.get(i)), where, known));
      }
    }
    return named;
  }

  private Counterparty counterparty(Party party, String place) {
    if (party == null) {
      throw file.fault("content.missing-value", place, "kind and id are needed here");
    }
    CounterpartyKind kind = kind(party.kind(), place + ".kind");
    String id =
        kind.isCustomer()
            ? known(party.id(), customers, "counterparty", "customer", place + ".id")
            : known(party.id(), groups, "counterparty", "support group", place + ".id");
    return new Counterparty(kind, id);
  }

  private CounterpartyKind kind(String name, String place) {
    return Arrays.stream(CounterpartyKind.values())
        .filter(kind -> kind.name().equals(file.text(name, place)))
        .findFirst()
        .orElseThrow(
            () ->
                file.fault(
                    "servicelevel.unknown-kind",
                    place,
                    "%s is none of %s"
                        .formatted(Quoted.text(name), Arrays.toString(CounterpartyKind.values()))));
  }

  private String known(
      String id, Collection<String> known, String role, String what, String place) {
    if (!known.contains(file.text(id, place))) {
      throw file.fault(
          "servicelevel.unknown-" + role,
          place,
          "there is no %s %s; there are %s".formatted(what, Quoted.text(id), known));
    }
    return id;
  }

  private LocalDate date(String text, String place) {
    try {
      return LocalDate.parse(file.text(text, place));
    } catch (DateTimeException unreadable) {
      throw file.fault(
          "servicelevel.bad-date", place, Quoted.text(text) + " is no date such as 2026-04-27");
    }
  }

  private LocalDate after(LocalDate from, LocalDate until, String place) {
    if (!until.isAfter(from)) {
      throw file.fault(
          "servicelevel.validity-reversed",
          place + ".validUntil",
          "%s is the day after the last one and must be later than %s".formatted(until, from));
    }
    return until;
  }

  private List<ServiceRequirement> requirements(
      List<Need> entries, List<String> covered, String agreement) {
    String place = agreement + ".requirements";
    List<Need> needs = file.list(entries, place);
    if (needs.isEmpty()) {
      throw file.fault("servicelevel.no-requirement", place, "at least one requirement is needed");
    }
    file.distinct(needs.stream().map(Need::id).toList(), place);
    List<ServiceRequirement> requirements = new ArrayList<>();
    for (Need need : needs) {
      String at = place + "[" + requirements.size() + "]";
      requirements.add(
          new ServiceRequirement(
              file.id(need.id(), at + ".id"),
              services(need.services(), covered, "in this agreement", at + ".services"),
              file.text(need.text(), at + ".text")));
    }
    return requirements;
  }

  private List<UnmeasuredTarget> targets(
      List<Promised> entries, List<ServiceRequirement> needs, String place) {
    List<String> ids = needs.stream().map(ServiceRequirement::id).toList();
    List<UnmeasuredTarget> targets = new ArrayList<>();
    for (Promised entry : file.list(entries, place)) {
      String at = place + "[" + targets.size() + "]";
      targets.add(
          new UnmeasuredTarget(
              known(entry.requirement(), ids, "requirement", "requirement", at + ".requirement"),
              span(entry.target(), at + ".target"),
              calendar(entry.calendar(), at + ".calendar")));
    }
    return targets;
  }

  private Duration span(String text, String place) {
    try {
      Duration span = Duration.parse(file.text(text, place));
      if (text.startsWith("PT") && !span.isNegative() && !span.isZero()) {
        return span;
      }
    } catch (DateTimeException unreadable) {
      // told below, like a span of no length
    }
    throw file.fault(
        "servicelevel.bad-target",
        place,
        Quoted.text(text) + " is no working time above zero such as PT4H");
  }

  private String calendar(String name, String place) {
    if (!content.exists("config/calendars/" + file.id(name, place) + ".yaml")) {
      throw file.fault(
          "servicelevel.unknown-calendar", place, "there is no calendar " + Quoted.text(name));
    }
    return name;
  }
}
