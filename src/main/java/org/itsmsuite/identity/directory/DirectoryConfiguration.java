package org.itsmsuite.identity.directory;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.GroupPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** People and groups in Keycloak, with the profile of that name. */
@Configuration(proxyBeanMethods = false)
@Profile("keycloak")
@EnableConfigurationProperties(DirectorySettings.class)
class DirectoryConfiguration {

  @Bean
  Gate keycloakGate(DirectorySettings settings, MeterRegistry meters) {
    var gate = new Gate(settings, Ticker.systemTicker());
    Gauge.builder("itsm.keycloak.reachable", gate, known -> known.isOpen() ? 1 : 0)
        .description("0 while Keycloak does not answer and is left alone for a pause")
        .register(meters);
    return gate;
  }

  @Bean
  Directory directory(DirectorySettings settings, Gate gate, MeterRegistry meters) {
    var http = new Http(settings.connect(), settings.answer());
    var tokens = new Tokens(http, settings, Ticker.systemTicker());
    var calls = new AdminCalls(http, tokens, gate, settings);
    return new Directory(
        new MeteredCalls(calls, meters), settings, Ticker.systemTicker(), new GroupReport());
  }

  @Bean
  Accounts keycloakAccounts(Directory directory) {
    return new KeycloakAccounts(directory);
  }

  @Bean
  GroupPaths groupPaths(Directory directory, DirectorySettings settings) {
    return new TreeGroupPaths(directory, settings);
  }

  @Bean
  FirstLook firstLook(Directory directory) {
    // One short thread of its own: which executors there are is not this package's business.
    return new FirstLook(directory, new SimpleAsyncTaskExecutor("keycloak-first-look-"));
  }

  /**
   * Reads the groups once the suite runs, so that their faults are told; never holds a start up.
   */
  static class FirstLook {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private final Directory directory;
    private final AsyncTaskExecutor executor;

    FirstLook(Directory directory, AsyncTaskExecutor executor) {
      this.directory = directory;
      this.executor = executor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
      executor.execute(
          () -> {
            try {
              LOG.info("Keycloak has {} groups for the suite.", directory.groups().all().size());
            } catch (OutOfReach e) {
              LOG.warn(
                  "Keycloak does not answer yet ({}). The suite runs; people can log in once it"
                      + " does.",
                  e.getCause() == null ? "not asked" : e.getCause().getMessage());
            }
          });
    }
  }
}
