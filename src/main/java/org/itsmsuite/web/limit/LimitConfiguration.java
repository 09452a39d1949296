package org.itsmsuite.web.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits run on the machine's own time: they are about requests, not about records. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

  @Bean
  LogInAttempts logInAttempts(LimitSettings settings) {
    return new LogInAttempts(
        counted(settings.wrongPasswordsByName(), settings),
        counted(settings.wrongPasswordsByAddress(), settings));
  }

  @Bean
  WebMvcConfigurer changeLimits(LimitSettings settings) {
    var limits =
        new ChangeLimits(
            counted(settings.changesByAccount(), settings),
            counted(settings.changesByAddress(), settings),
            counted(settings.eventsByAccount(), settings));
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits);
      }
    };
  }

  private static Counted counted(Limit limit, LimitSettings settings) {
    return new Counted(limit, settings.remembered(), TimeMeter.SYSTEM_MILLISECONDS);
  }
}
