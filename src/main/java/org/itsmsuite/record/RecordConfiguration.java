package org.itsmsuite.record;

import java.util.Set;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all practices share about records. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

  @Bean
  FourEyes fourEyes(
      CurrentUser user,
      Ledger ledger,
      @Value("${itsm.self-approval:}") Set<FourEyes.Step> excepted) {
    return new FourEyes(user, ledger, excepted);
  }
}
