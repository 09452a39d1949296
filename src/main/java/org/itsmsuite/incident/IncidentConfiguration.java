package org.itsmsuite.incident;

import java.time.Clock;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the practice together. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

  @Bean
  IncidentNews incidentNews(Notifications notifications, Catalogue catalogue) {
    return new IncidentNews(notifications, catalogue);
  }

  @Bean
  IncidentDeadlines incidentDeadlines(IncidentRules rules, Clocks clocks) {
    return new IncidentDeadlines(rules, clocks);
  }

  @Bean
  Incidents incidents(
      IncidentStore store,
      IncidentFlow flow,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      IncidentNews news,
      FamilySteps families,
      RestrictedIncidents restricted) {
    return new Incidents(
        store, flow, catalogue, groups, user, ledger, time, news, families, restricted::suspect);
  }

  @Bean
  ConfirmationDuty confirmationDuty(IncidentStore store) {
    return new ConfirmationDuty(store);
  }

  @Bean
  OtherIncidents otherIncidents(IncidentStore store, Restrictions restrictions, CurrentUser user) {
    return new OtherIncidents(store, restrictions, user);
  }

  @Bean
  FamilySteps familySteps(
      IncidentStore store, FamilyStore families, IncidentFlow flow, Ledger ledger) {
    return new FamilySteps(store, families, flow, ledger);
  }

  @Bean
  DuplicateSteps duplicateSteps(
      IncidentStore store, FamilyStore families, OtherIncidents others, Clocks clocks) {
    return new DuplicateSteps(store, families, others, clocks);
  }

  @Bean
  IncidentFamilies incidentFamilies(
      IncidentStore store,
      FamilyStore families,
      FamilySteps steps,
      OtherIncidents others,
      Ledger ledger) {
    return new IncidentFamilies(store, families, steps, others, ledger);
  }

  @Bean
  IncidentLinks incidentLinks(
      IncidentStore store,
      FamilyStore families,
      IncidentFamilies family,
      OtherIncidents others,
      Ledger ledger,
      Clock time) {
    return new IncidentLinks(store, families, family, others, ledger, time);
  }

  @Bean
  TakingIncidents takingIncidents(IncidentStore store, IncidentFlow flow, CurrentUser user) {
    return new TakingIncidents(store, flow, user);
  }

  @Bean
  RestrictedIncidents restrictedIncidents(
      IncidentSteps steps,
      FamilySteps family,
      IncidentStore store,
      FamilyStore families,
      Restrictions restrictions,
      Ledger ledger,
      Clock time) {
    return new RestrictedIncidents(steps, family, store, families, restrictions, ledger, time);
  }

  @Bean
  ReleasedIncidents releasedIncidents(
      IncidentStore store, IncidentFlow flow, Restrictions restrictions, Ledger ledger) {
    return new ReleasedIncidents(store, flow, restrictions, ledger);
  }

  @Bean
  ReadScopes readScopes(Access access, Catalogue catalogue) {
    return new ReadScopes(access, catalogue);
  }

  @Bean
  SimilarIncidents similarIncidents(
      SimilarCandidates candidates, ContentSource content, ReadScopes scopes, CurrentUser user) {
    return new RankedSimilarIncidents(candidates, SimilarityRules.read(content), scopes, user);
  }

  @Bean
  IncidentSteps incidentSteps(
      IncidentStore store,
      Clocks clocks,
      IncidentFlow flow,
      IncidentDeadlines deadlines,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Access access,
      Ledger ledger,
      Clock time,
      IncidentNews news,
      ObjectProvider<IncidentMessageTaker> takers,
      Restrictions restrictions,
      ObjectProvider<IncidentCompany> companies) {
    return new IncidentSteps(
        store,
        clocks,
        flow,
        deadlines,
        catalogue,
        groups,
        user,
        access,
        ledger,
        time,
        news,
        (from, message) ->
            takers.stream().flatMap(one -> one.take(from, message).stream()).findFirst(),
        restrictions,
        incident ->
            companies.stream()
                .flatMap(one -> one.of(incident).stream())
                .collect(Collectors.toSet()));
  }
}
