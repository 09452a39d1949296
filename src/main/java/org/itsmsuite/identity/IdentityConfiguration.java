package org.itsmsuite.identity;

import org.itsmsuite.content.ContentSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  Access access(ContentSource content) {
    return Access.read(content);
  }

  @Bean
  PermittedAddresses permittedAddresses(
      ContentSource content, Access access, Environment environment) {
    return PermittedAddresses.read(
        content, access, profile -> environment.acceptsProfiles(Profiles.of(profile)));
  }
}
