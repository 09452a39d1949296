package org.itsmsuite.change;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.configuration.ImpactTrees;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyHolders;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Demo;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the practice together. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

  @Bean
  ChangeNews changeNews(
      Notifications notifications, Catalogue catalogue, @Value("${itsm.time-zone}") ZoneId zone) {
    return new ChangeNews(notifications, catalogue, zone);
  }

  @Bean
  Submission changeSubmission(
      Catalogue catalogue,
      SupportGroups groups,
      ObjectProvider<WindowChecks> windows,
      ChangeTemplates templates,
      Supplier<ItemFacts> changeItemFacts) {
    return new Submission(catalogue, groups, all(windows), templates, changeItemFacts);
  }

  private static WindowChecks all(ObjectProvider<WindowChecks> windows) {
    return WindowChecks.all(windows::stream);
  }

  /** Asked late: what keeps the items may know changes itself. */
  private static Supplier<ItemFacts> known(
      ObjectProvider<Items> items, ObjectProvider<ImpactTrees> trees, Catalogue catalogue) {
    return () -> {
      Items kept = items.getIfAvailable();
      return kept == null
          ? new CatalogueItems(catalogue)
          : new ConfigurationItems(kept, trees.getObject());
    };
  }

  @Bean
  ChangeSettings changeSettings(ContentSource content) {
    return ChangeSettings.read(content);
  }

  private static ApprovalVoid allHear(ObjectProvider<ApprovalVoid> voids) {
    return (change, why) -> voids.stream().forEach(one -> one.voided(change, why));
  }

  @Bean
  Changes changes(
      ChangeStore store,
      ChangeFlow flow,
      Submission submission,
      ObjectProvider<ApprovalVoid> voids,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      ChangeNews news) {
    return new Changes(
        store, flow, submission, allHear(voids), restrictions, user, ledger, time, news);
  }

  @Bean
  ChangeFacts changeFacts(
      ObjectProvider<WindowChecks> windows,
      ObjectProvider<PriorResults> results,
      ChangeTemplates templates,
      Supplier<ItemFacts> changeItemFacts,
      ChangeSettings settings,
      ChangeStore store,
      Clock time) {
    var stored = new StoredResults(store, settings, time);
    return new ChangeFacts(
        all(windows),
        touched -> results.getIfAvailable(() -> stored).of(touched),
        templates,
        changeItemFacts,
        settings);
  }

  @Bean
  ChangeSteps changeSteps(
      ChangeStore store,
      ChangeRules rules,
      Submission submission,
      Calendars calendars,
      ObjectProvider<ChangeEndTaker> takers,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      ChangeNews news,
      ObjectProvider<ApprovalVoid> voids,
      ObjectProvider<ScheduleTaker> schedules) {
    return new ChangeSteps(
        store,
        rules,
        submission,
        calendars,
        user,
        ledger,
        time,
        news,
        allHear(voids),
        (change, record) -> takers.stream().anyMatch(one -> one.ended(change, record)),
        change -> schedules.stream().forEach(one -> one.scheduled(change)));
  }

  @Bean
  ChangeDuties changeDuties(ChangeStore store) {
    return new ChangeDuties(store);
  }

  @Bean
  ChangeTemplates changeTemplates(
      TemplateStore store,
      Catalogue catalogue,
      SupportGroups groups,
      ObjectProvider<Duties> duties,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ChangeTemplates(store, catalogue, groups, duties::getObject, user, ledger, time);
  }

  @Bean
  DutyHolders changeTemplateAuthors(TemplateStore store) {
    return ChangeTemplates.authors(store);
  }

  @Bean
  IncidentChanges incidentChanges(
      ObjectProvider<Changes> changes,
      IncidentStore incidents,
      ObjectProvider<IncidentFlow> flow,
      Supplier<ItemFacts> changeItemFacts,
      CurrentUser user,
      Ledger ledger,
      ChangeNews news) {
    return new IncidentChanges(
        changes::getObject, incidents, flow::getObject, changeItemFacts, user, ledger, news);
  }

  @Bean
  Supplier<ItemFacts> changeItemFacts(
      ObjectProvider<Items> items, ObjectProvider<ImpactTrees> trees, Catalogue catalogue) {
    return known(items, trees, catalogue);
  }

  @Bean
  ChangeCases changeCases(
      ObjectProvider<WindowChecks> windows,
      ObjectProvider<PriorResults> results,
      Supplier<ItemFacts> changeItemFacts,
      ChangeSettings settings,
      ChangeStore store,
      Clock time) {
    var stored = new StoredResults(store, settings, time);
    return new ChangeCases(
        all(windows), touched -> results.getIfAvailable(() -> stored).of(touched), changeItemFacts);
  }

  @Bean
  TemplateSeeds templateSeeds(
      TemplateStore store, ContentSource content, Ledger ledger, Clock time) {
    return new TemplateSeeds(store, content, ledger, time);
  }

  /** Not before everything stands: it writes to the ledger. */
  @Bean
  SmartInitializingSingleton sowTemplates(Demo demo, TemplateSeeds seeds) {
    return () -> {
      if (demo.on()) {
        seeds.sow();
      }
    };
  }
}
