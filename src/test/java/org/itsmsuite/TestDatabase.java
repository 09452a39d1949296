package org.itsmsuite;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.itsmsuite.database.Jdbc;
import org.itsmsuite.postgres.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own with all tables of the suite and nothing in them: H2 in memory, or
 * PostgreSQL if the environment variable {@code TEST_PG_URL} is set, to {@code embedded} or to what
 * {@link PostgresServer} says.
 */
public final class TestDatabase implements AutoCloseable {

  private final DataSource dataSource;
  private final boolean isPostgres;
  private final AutoCloseable end;

  private TestDatabase(DataSource dataSource, boolean isPostgres, AutoCloseable end) {
    this.dataSource = dataSource;
    this.isPostgres = isPostgres;
    this.end = end;
  }

  public static TestDatabase create() {
    return System.getenv("TEST_PG_URL") == null ? onH2() : onPostgres();
  }

  /** On H2, whatever the environment says. */
  public static TestDatabase onH2() {
    var url =
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0;LOCK_TIMEOUT=20000";
    var pool = JdbcConnectionPool.create(url, "sa", "");
    migrate(pool, "ITSM", "h2");
    return new TestDatabase(
        pool,
        false,
        () -> {
          JdbcClient.create(pool).sql("shutdown").update();
          pool.dispose();
        });
  }

  /** On PostgreSQL, whatever the environment says. */
  public static TestDatabase onPostgres() {
    var server = PostgresServer.ofThisJvm();
    var url = server.newDatabase();
    var direct = new PGSimpleDataSource();
    direct.setUrl(url);
    migrate(direct, "itsm", "postgresql");
    return new TestDatabase(direct, true, () -> server.drop(url));
  }

  private static void migrate(DataSource dataSource, String schema, String vendor) {
    // Every test migrates; in full this drowns what a failing test has to say.
    LoggingSystem.get(TestDatabase.class.getClassLoader())
        .setLogLevel("org.flywaydb", LogLevel.ERROR);
    Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
        .load()
        .migrate();
  }

  public boolean isPostgres() {
    return isPostgres;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(template());
  }

  public JdbcTemplate template() {
    return Jdbc.template(dataSource);
  }

  public PlatformTransactionManager transactions() {
    return Jdbc.prepared(new JdbcTransactionManager(dataSource));
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(transactions());
  }

  @Override
  public void close() {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException("The test's database cannot be removed", e);
    }
  }
}
