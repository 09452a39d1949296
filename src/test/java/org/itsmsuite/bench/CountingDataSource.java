package org.itsmsuite.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the thread that asks for it sends; other threads, and the time outside of that, cost
 * nothing.
 */
final class CountingDataSource extends DelegatingDataSource {

  private static final ThreadLocal<Trips> COUNTED = new ThreadLocal<>();

  /** Set by an investigation that wants to see each statement, in order. */
  static Consumer<String> log = sent -> {};

  CountingDataSource(DataSource counted) {
    super(counted);
  }

  /** What the work sends to any counting data source from this thread. */
  static Trips during(Runnable work) {
    var trips = new Trips();
    COUNTED.set(trips);
    try {
      work.run();
    } finally {
      COUNTED.remove();
    }
    return trips;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    Trips trips = COUNTED.get();
    return trips == null
        ? connection
        : proxy(Connection.class, new CountingConnection(connection, trips));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  /** Drivers open a transaction with its first statement, so an end without one sends nothing. */
  private static final class CountingConnection implements InvocationHandler {

    private final Connection connection;
    private final Trips trips;
    private boolean open;

    CountingConnection(Connection connection, Trips trips) {
      this.connection = connection;
      this.trips = trips;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "commit" -> end();
        case "rollback" -> {
          if (arguments == null) {
            end();
          } else {
            savepoint("rollback to savepoint");
          }
        }
        case "setSavepoint" -> savepoint("savepoint");
        case "releaseSavepoint" -> savepoint("release savepoint");
        case "setAutoCommit" -> {
          if (Boolean.TRUE.equals(arguments[0])) {
            end();
          }
        }
        default -> {
          // Everything else sends nothing by itself.
        }
      }
      Object result = call(connection, method, arguments);
      return result instanceof Statement statement ? counted(statement, arguments) : result;
    }

    private void end() {
      if (open) {
        trips.commit();
        log.accept("commit");
        open = false;
      }
    }

    private void savepoint(String what) {
      trips.savepoint();
      log.accept(what);
    }

    private Statement counted(Statement statement, Object[] arguments) {
      String sql = arguments != null && arguments[0] instanceof String text ? text : null;
      var handler = new CountingStatement(this, statement, sql);
      if (statement instanceof CallableStatement) {
        return proxy(CallableStatement.class, handler);
      }
      return statement instanceof PreparedStatement
          ? proxy(PreparedStatement.class, handler)
          : proxy(Statement.class, handler);
    }

    void executed() throws SQLException {
      open = !connection.getAutoCommit();
    }
  }

  private static final class CountingStatement implements InvocationHandler {

    private final CountingConnection connection;
    private final Statement statement;
    private final String prepared;
    private final List<String> batch = new ArrayList<>();

    CountingStatement(CountingConnection connection, Statement statement, String prepared) {
      this.connection = connection;
      this.statement = statement;
      this.prepared = prepared;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      String name = method.getName();
      boolean own = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
      String sql = own ? (String) arguments[0] : prepared;
      if (name.equals("addBatch")) {
        batch.add(sql);
      }
      Object result = call(statement, method, arguments);
      if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
        batch(result);
      } else if (name.startsWith("execute")) {
        statement(sql, result);
      }
      return result;
    }

    private void batch(Object counts) throws SQLException {
      if (batch.isEmpty()) {
        return;
      }
      connection.trips.batch();
      connection.executed();
      log.accept("batch of " + batch.size() + ": " + batch.get(0));
      long[] written =
          counts instanceof int[] some
              ? Arrays.stream(some).asLongStream().toArray()
              : (long[]) counts;
      for (int i = 0; i < written.length; i++) {
        long unknown = Statement.SUCCESS_NO_INFO;
        connection.trips.wrote(batch.get(i), written[i] == unknown ? 1 : written[i]);
      }
      batch.clear();
    }

    private void statement(String sql, Object result) throws SQLException {
      connection.trips.statement();
      connection.executed();
      log.accept(sql);
      if (result instanceof Number count) {
        connection.trips.wrote(sql, count.longValue());
      } else if (Boolean.FALSE.equals(result)) {
        connection.trips.wrote(sql, statement.getUpdateCount());
      }
    }
  }
}
