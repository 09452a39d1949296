package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerSearch;
import org.itsmsuite.ledger.LedgerVerification;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LedgerStoreConfigurationTest {

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContextRunner suite =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceTransactionManagerAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class))
          .withBean(DataSource.class, database::dataSource)
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(CurrentUser.class, () -> () -> Actor.SYSTEM)
          .withBean(Restrictions.class, () -> RestrictionsInDatabase.of(database))
          .withUserConfiguration(LedgerStoreConfiguration.class);

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  @Test
  void writesFindsAndVerifiesWithTheBuildsName() {
    var build = new Properties();
    build.setProperty("version", "1.2.3");
    build.setProperty("time", "2026-04-27T09:00:00Z");
    suite
        .withBean(BuildProperties.class, () -> new BuildProperties(build))
        .run(
            context -> {
              context.getBean(Ledger.class).write(Fact.of("INC-000001", "x.y"));

              var found =
                  context
                      .getBean(LedgerSearch.class)
                      .find(Actor.SYSTEM, new LedgerQuery("INC-000001", null, null, null, 0, 1));
              assertThat(found.items())
                  .extracting(LedgerEntry::build)
                  .containsExactly("1.2.3 of 2026-04-27T09:00:00Z");
              assertThat(context.getBean(LedgerVerification.class).verify().intact()).isTrue();
            });
  }

  @Test
  void namesABuildWithoutPropertiesDevelopment() {
    suite.run(
        context -> {
          context.getBean(Ledger.class).write(Fact.of("INC-000001", "x.y"));

          assertThat(context.getBean(Ledger.class).of("INC-000001").get(0).build())
              .isEqualTo("development");
        });
  }
}
