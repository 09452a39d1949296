package org.itsmsuite.security.store;

import org.itsmsuite.security.SecurityViewSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the view of the mechanisms that exist today; later practices publish theirs. */
@Configuration(proxyBeanMethods = false)
class SecurityViewSources {

  /**
   * Incidents, major or not, that triage or the tables found to concern security, unless the
   * security team has looked at all suspicions about it and found none to be right.
   */
  @Bean
  SecurityViewSource flaggedIncidents() {
    return new SecurityViewSource(
        """
        select cast(case when i.major then 'MAJOR_INCIDENT' else 'INCIDENT' end as varchar(24))
            as mechanism, i.number, i.title, i.status,
          i.opened_at
        from itsm.incident i
        where i.security_found and (
          not exists (select 1 from itsm.security_event e where e.record = i.number)
          or exists (
            select 1 from itsm.security_event e
            join itsm.security_incident s on s.number = e.security_incident
            where e.record = i.number
              and (s.finding is null or s.finding = 'SECURITY_INCIDENT')))
        """);
  }

  /** Suspected or found to be one; not those that are none, or an event of another. */
  @Bean
  SecurityViewSource securityIncidentsThemselves() {
    return new SecurityViewSource(
        """
        select cast('SECURITY_INCIDENT' as varchar(24)) as mechanism, s.number, s.title, s.status,
          s.opened_at
        from itsm.security_incident s
        where s.finding is null or s.finding = 'SECURITY_INCIDENT'
        """);
  }
}
