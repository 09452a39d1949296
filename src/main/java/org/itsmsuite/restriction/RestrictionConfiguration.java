package org.itsmsuite.restriction;

import org.itsmsuite.identity.Access;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who stands in for those a restricted record does not concern. */
@Configuration(proxyBeanMethods = false)
class RestrictionConfiguration {

  @Bean
  Custodian custodian(@Value("${itsm.restricted.custodian}") String group, Access access) {
    return Custodian.checked(group, access);
  }
}
