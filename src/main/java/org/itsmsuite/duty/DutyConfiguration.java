package org.itsmsuite.duty;

import java.time.Clock;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Puts the separation of duties together. */
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

  @Bean
  DutyRegister dutyRegister(ContentSource content) {
    return DutyRegister.read(content);
  }

  @Bean
  DutyExceptions dutyExceptions(
      DutyExceptionStore store,
      DutyRegister register,
      CurrentUser user,
      Restrictions restrictions,
      Ledger ledger,
      Clock time,
      @Value("${itsm.duty-exceptions:false}") boolean on) {
    return new DutyExceptions(store, register, user, restrictions, ledger, time, on);
  }

  @Bean
  Duties duties(
      DutyRegister register,
      ObjectProvider<DutyHolders> practices,
      Represented represented,
      DutyExceptions exceptions,
      ObjectProvider<ConferredGroups> conferred,
      CurrentUser user,
      Ledger ledger) {
    return new Duties(
        register,
        SingletonSupplier.of(() -> practices.orderedStream().toList()),
        represented,
        exceptions,
        SingletonSupplier.of(() -> conferred.getIfAvailable(() -> ConferredGroups.NONE)),
        user,
        ledger);
  }

  @Bean
  AccountConflicts accountConflicts(
      DutyRegister register,
      ObjectProvider<Accounts> accounts,
      ObjectProvider<ConferredGroups> conferred) {
    return new AccountConflicts(
        register, accounts::getObject, () -> conferred.getIfAvailable(() -> ConferredGroups.NONE));
  }

  /** A line that nobody enforces stops the start, and so does a practice that speaks of no line. */
  @Bean
  SmartInitializingSingleton dutiesAreEnforced(
      DutyRegister register, ObjectProvider<DutyHolders> practices) {
    return () -> register.check(practices.orderedStream().toList());
  }
}
