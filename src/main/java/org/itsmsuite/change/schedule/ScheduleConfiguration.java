package org.itsmsuite.change.schedule;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.ItemFacts;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the schedule together. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  ScheduleWords scheduleWords(@Value("${itsm.time-zone}") ZoneId zone) {
    return new ScheduleWords(zone);
  }

  @Bean
  ScheduleSettings scheduleSettings(ContentSource content) {
    return ScheduleSettings.read(content);
  }

  @Bean
  ScheduleNews scheduleNews(
      Notifications notifications, Restrictions restrictions, ScheduleWords words) {
    return new ScheduleNews(notifications, restrictions, words);
  }

  @Bean
  ScheduleChecks scheduleChecks(
      ChangeStore changes,
      FreezeStore freezes,
      AgreementStore agreements,
      WindowRules rules,
      ScheduleSettings settings,
      Calendars calendars,
      Supplier<ItemFacts> changeItemFacts,
      Restrictions restrictions,
      ScheduleWords words) {
    return new ScheduleChecks(
        changes,
        freezes,
        agreements,
        rules,
        new MaintenanceWindows(settings.maintenance(), calendars),
        changeItemFacts,
        restrictions,
        words);
  }

  @Bean
  Agreements windowAgreements(
      ScheduleChecks checks,
      WindowRules rules,
      AgreementStore store,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Agreements(checks, rules, store, restrictions, user, ledger, time);
  }

  @Bean
  Schedule scheduleOfChanges(ScheduleChecks checks, ScheduleNews news) {
    return new Schedule(checks, news);
  }

  @Bean
  Freezes freezes(
      FreezeStore store,
      AgreementStore agreements,
      ChangeStore changes,
      Supplier<ItemFacts> changeItemFacts,
      Catalogue catalogue,
      ScheduleSettings settings,
      Restrictions restrictions,
      ScheduleNews news,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Freezes(
        store,
        agreements,
        changes,
        changeItemFacts,
        catalogue,
        settings,
        restrictions,
        news,
        user,
        ledger,
        time);
  }
}
