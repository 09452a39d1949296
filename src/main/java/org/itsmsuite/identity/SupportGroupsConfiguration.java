package org.itsmsuite.identity;

import org.itsmsuite.content.ContentSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SupportGroupsConfiguration {

  @Bean
  SupportGroups supportGroups(ContentSource content) {
    return new ConfiguredSupportGroups(content);
  }
}
