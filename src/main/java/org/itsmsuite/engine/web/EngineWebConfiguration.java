package org.itsmsuite.engine.web;

import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What stands before both addresses of the engine's REST API. */
@Configuration(proxyBeanMethods = false)
class EngineWebConfiguration {

  private static final int AFTER_THE_LOG_IN = 102;

  @Bean
  FilterRegistrationBean<HiddenIds> hiddenIdsFilter(
      CurrentUser user,
      JdbcClient jdbc,
      Restrictions restrictions,
      @Value("${itsm.web.max-body}") DataSize maxBody) {
    var standIns = new StandIns(new RecordsOfIds(jdbc, restrictions), restrictions);
    var filter =
        new FilterRegistrationBean<>(
            new HiddenIds(user, standIns, Math.toIntExact(maxBody.toBytes())));
    filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    filter.setOrder(AFTER_THE_LOG_IN);
    return filter;
  }
}
