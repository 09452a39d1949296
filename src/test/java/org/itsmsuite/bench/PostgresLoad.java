package org.itsmsuite.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a PostgreSQL server on this machine has used so far: CPU from Linux's {@code /proc}, and the
 * log it wrote. Both are of the whole server.
 */
final class PostgresLoad implements AutoCloseable {

  /** Linux counts in hundredths of a second, on all machines Java runs on. */
  private static final double MILLIS_PER_TICK = 10;

  private static final int PARENT = 1;
  private static final int USER = 11;

  private final Connection connection;
  private final long server;

  PostgresLoad(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
    server = stat(number("select pg_backend_pid()"))[PARENT];
  }

  /** Whether this machine tells what CPU the server's processes use. */
  boolean knowsCpu() {
    return server > 0;
  }

  /** Milliseconds, of processes that have ended too. */
  double cpuMillis() {
    return MILLIS_PER_TICK
        * (cpu(server, 4)
            + processes().filter(one -> stat(one)[PARENT] == server).map(one -> cpu(one, 2)).sum());
  }

  /** Bytes of write-ahead log. */
  long walBytes() throws SQLException {
    return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
  }

  /**
   * @param fields 2 for its own, 4 with its children that have ended
   */
  private static long cpu(long process, int fields) {
    return LongStream.of(stat(process)).skip(USER).limit(fields).sum();
  }

  private static LongStream processes() {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all
          .map(one -> one.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .mapToLong(Long::parseLong)
          .boxed()
          .toList()
          .stream()
          .mapToLong(Long::longValue);
    } catch (IOException e) {
      return LongStream.empty();
    }
  }

  /** The fields behind the process's name, the state as 0; all 0 if there is no such process. */
  private static long[] stat(long process) {
    try {
      String line = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Stream.of(fields)
          .limit(USER + 4)
          .mapToLong(field -> field.matches("-?\\d+") ? Long.parseLong(field) : 0)
          .toArray();
    } catch (IOException gone) {
      return new long[USER + 4];
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
