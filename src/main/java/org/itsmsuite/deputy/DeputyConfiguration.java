package org.itsmsuite.deputy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.GroupReaders;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts absences and deputies together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeputyConfiguration {

  @Bean
  DeputyRules deputyRules(ContentSource content) {
    return new DeputiesFile(content).read();
  }

  @Bean
  Conflicts recordConflicts(ObjectProvider<RecordPractice> practices) {
    return new RecordConflicts(practices);
  }

  @Bean
  Conflicts dutyConflicts(Duties duties) {
    return new DutyConflicts(duties);
  }

  @Bean
  Conflicts competenceConflicts(Competences competences) {
    return new CompetenceConflicts(competences);
  }

  @Bean
  Deputies deputies(
      AbsenceStore store,
      DeputyRules rules,
      Accounts accounts,
      Restrictions restrictions,
      List<Conflicts> conflicts,
      Clock time) {
    return new Deputies(store, rules, accounts, restrictions, conflicts, time);
  }

  @Bean
  GroupReaders presentMembers(
      AbsenceStore store, Deputies deputies, Accounts accounts, Clock time) {
    return new PresentMembers(store, deputies, accounts, time);
  }

  @Bean
  DeputyNews deputyNews(Notifications notifications, @Value("${itsm.time-zone}") ZoneId zone) {
    return new DeputyNews(notifications, zone);
  }

  @Bean
  AbsenceRights absenceRights(Access access, CurrentUser user) {
    return new AbsenceRights(access, user);
  }

  @Bean
  Absences absences(
      AbsenceStore store,
      DeputyRules rules,
      Accounts accounts,
      Access access,
      AbsenceRights rights,
      HandedOn tasks,
      DeputyNews news,
      Ledger ledger,
      Clock time,
      @Value("${itsm.time-zone}") ZoneId zone) {
    var check = new AbsenceCheck(store, rules, accounts, access, zone);
    return new Absences(store, check, rights, tasks, news, ledger, time);
  }
}
