package org.itsmsuite.calendar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.itsmsuite.calendar.CalendarVersionStore;
import org.itsmsuite.calendar.CalendarVersionStore.Stored;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database and its twin in memory behave alike. */
class JdbcCalendarVersionsTest {

  private static final Instant MORNING = Instant.parse("2026-03-06T08:00:00.123456Z");

  static CalendarVersionStore[] stores() {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/common")
        .target("1")
        .load()
        .migrate();
    return new CalendarVersionStore[] {
      new JdbcCalendarVersions(JdbcClient.create(database)), new InMemoryCalendarVersions()
    };
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatIsAddedIsFound(CalendarVersionStore store) {
    Stored first = stored("desk", 1, "x".repeat(100_000));
    Stored second = stored("desk", 2, "{}");

    assertThat(store.add(first)).isTrue();
    assertThat(store.add(second)).isTrue();
    assertThat(store.add(stored("night", 1, "{}"))).isTrue();

    assertThat(store.newest("desk")).contains(second);
    assertThat(store.find("desk", 1)).contains(first);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatIsNotThereIsNotFound(CalendarVersionStore store) {
    assertThat(store.newest("desk")).isEmpty();
    assertThat(store.find("desk", 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void aVersionIsNeverOverwritten(CalendarVersionStore store) {
    Stored first = stored("desk", 1, "first");
    store.add(first);

    assertThat(store.add(stored("desk", 1, "second"))).isFalse();
    assertThat(store.find("desk", 1)).contains(first);
  }

  private static Stored stored(String name, int version, String content) {
    return new Stored(name, version, "0".repeat(64), content, MORNING);
  }
}
