package org.itsmsuite.catalogue;

import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.SupportGroups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CatalogueConfiguration {

  @Bean
  Catalogue catalogue(ContentSource content, SupportGroups groups) {
    return new ConfiguredCatalogue(content, groups);
  }
}
