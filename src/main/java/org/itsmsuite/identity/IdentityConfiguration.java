package org.itsmsuite.identity;

import org.itsmsuite.content.ContentSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  Access access(ContentSource content) {
    return Access.read(content);
  }
}
