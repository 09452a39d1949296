package org.itsmsuite.competence.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Competences in the main navigation. */
@Configuration(proxyBeanMethods = false)
class CompetenceNavigation {

  @Bean
  NavigationItem competencesEntry() {
    return new NavigationItem(86, "/competences", "Competences", "competence.read");
  }
}
