package org.itsmsuite.servicelevel;

import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.SupportGroups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceLevelConfiguration {

  @Bean
  Agreements agreements(ContentSource content, Catalogue catalogue, SupportGroups groups) {
    return Agreements.read(content, catalogue, groups);
  }
}
