package org.itsmsuite.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A PostgreSQL server beside this JVM, from binaries that Maven brings: on 127.0.0.1, on a free
 * port, with an empty data folder that is removed at the end. It ends with the JVM at the latest.
 *
 * <p>The environment variable {@code TEST_PG_URL} may name a server's database to be used instead,
 * whose user may create others, such as {@code
 * jdbc:postgresql://localhost:5432/postgres?user=postgres}.
 */
public final class PostgresServer implements AutoCloseable {

  /** Where to find the database that others are created from. */
  private static final String ADMINISTRATION = "postgres";

  private static PostgresServer shared;

  private final String url;
  private final AutoCloseable end;

  private PostgresServer(String url, AutoCloseable end) {
    this.url = url;
    this.end = end;
  }

  /**
   * One for all tests of the JVM; started with the first, and forgetful: a crash of the machine may
   * lose data.
   */
  public static synchronized PostgresServer ofThisJvm() {
    if (shared == null) {
      String given = System.getenv("TEST_PG_URL");
      shared =
          given == null || given.equals("embedded")
              ? start(Map.of())
              : new PostgresServer(given, () -> {});
    }
    return shared;
  }

  /**
   * @param settings of the server, such as {@code fsync}, over those that make tests fast
   */
  public static PostgresServer start(Map<String, String> settings) {
    try {
      // PostgreSQL refuses to run as root. The library then becomes nobody in a user namespace of
      // its own, where the
      // kernel allows that; containers often do not.
      return isRoot() && !LinuxUtils.isUnshareAvailable()
          ? startAsNobody(settings)
          : startDirectly(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be started here.", e);
    }
  }

  private static PostgresServer startDirectly(Map<String, String> settings) throws IOException {
    // What the server says while it starts would drown what a failing test has to say.
    LoggingSystem.get(PostgresServer.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
    var builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1));
    // The default, "localhost", is a name that may mean more than one address.
    builder.setServerConfig("listen_addresses", "127.0.0.1");
    settings.forEach(builder::setServerConfig);
    EmbeddedPostgres server = builder.start();
    return new PostgresServer(address(server.getPort()), server);
  }

  static PostgresServer startAsNobody(Map<String, String> settings) throws IOException {
    PostgresAsNobody server = PostgresAsNobody.start(settings);
    return new PostgresServer(address(server.port()), server);
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  static String address(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + ADMINISTRATION + "?user=postgres";
  }

  /** An empty database. */
  public String newDatabase() {
    String name = "itsm_" + UUID.randomUUID().toString().replace("-", "");
    administer("create database " + name);
    return url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
  }

  /**
   * @param database as {@link #newDatabase} gave it; connections that are still open are cut
   */
  public void drop(String database) {
    administer(
        "drop database " + database.replaceFirst(".*//[^/]+/([^?]*).*", "$1") + " with (force)");
  }

  private void administer(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL cannot be stopped.", e);
    }
  }
}
