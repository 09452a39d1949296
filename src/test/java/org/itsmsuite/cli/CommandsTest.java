package org.itsmsuite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void settingsOfTheServerAreNoCommand() {
    assertThat(Commands.isMeantBy()).isFalse();
    assertThat(Commands.isMeantBy("--server.port=0")).isFalse();
    assertThat(Commands.isMeantBy("replay")).isTrue();
    assertThat(Commands.isMeantBy("--help")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reply", "--loud", "replay", "replay --log", "replay --log a --lag b"})
  void showsTheUsageForWhatItDoesNotKnow(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: itsm-suite").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("replay", "verify");
  }

  @Nested
  class Replays {

    private static final String HEADER =
        "number,incident_state,sys_updated_at,opened_at,impact,urgency,priority,assignment_group,"
            + "assigned_to,caller_id,category,problem_id,rfc\n";
    private static final String CLOSED =
        "INC1,Closed,29-02-2016 10:00,29-02-2016 08:00,2 - Medium,2 - Medium,3 - Moderate,"
            + "Group 1,?,?,?,?,?\n";

    @Test
    void areFineWithoutFindingsAndWriteTheReport() throws IOException {
      Path report = folder.resolve("report.json");
      String log = file("log.csv", HEADER + CLOSED);
      assertThat(run("replay", "--log", log, "--report", report.toString())).isZero();
      assertThat(out.toString())
          .contains("1 incidents, 1 entries", "Resolution             1 met, 0 breached");
      assertThat(err.toString()).isEmpty();
      assertThat(report).content().contains("\"number\":\"INC1\"", "\"unmapped\": [");
    }

    @Test
    void tellOfFindings() throws IOException {
      String log = file("log.csv", HEADER + CLOSED + "INC2,\n");
      assertThat(run("replay", "--log", log)).isEqualTo(1);
      assertThat(out.toString()).contains("1 lines not mapped", "--report");
    }

    @Test
    void couldNotRunWithoutAUsableLogAndLeaveNothingBehind() throws IOException {
      Path report = folder.resolve("report.json");
      String log = file("log.csv", "a,b\n1,2\n");
      assertThat(run("replay", "--log", log, "--report", report.toString())).isEqualTo(2);
      assertThat(err.toString())
          .contains("log.csv: line 1: the columns", "[replay.missing-columns]")
          .doesNotContain("\tat ");
      try (var left = Files.list(folder)) {
        assertThat(left).containsExactly(folder.resolve("log.csv"));
      }
    }

    @Test
    void couldNotRunWithoutModelsOrAPlaceForTheReport() throws IOException {
      String log = file("log.csv", HEADER + CLOSED);
      assertThat(run("replay", "--log", log, "--models", folder.toString())).isEqualTo(2);
      assertThat(run("replay", "--log", log, "--models", "/nowhere")).isEqualTo(2);
      assertThat(run("replay", "--log", log, "--report", folder + "/no/where.json")).isEqualTo(2);
      assertThat(err.toString())
          .contains("replay.no-models", "content.missing-folder", "replay.report-not-writable");
    }

    @Test
    void couldNotRunWithAModelThatIsNone() throws IOException {
      Path models = Files.createDirectories(folder.resolve("processes/incident"));
      Files.writeString(models.resolve("incident-triage.bpmn"), "<nothing/>");
      String log = file("log.csv", HEADER + CLOSED);
      assertThat(run("replay", "--log", log, "--models", folder.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("incident-triage.bpmn").doesNotContain("\tat ");
    }

    @Test
    void couldNotRunWithATargetThatTracesToNoAgreement() throws IOException {
      for (String below : List.of("processes", "forms")) {
        try (Stream<Path> files = Files.walk(Path.of(below))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(file, folder.resolve(file));
          }
        }
      }
      Path targets = folder.resolve("processes/incident/sla-target.dmn");
      Files.writeString(
          targets, Files.readString(targets).replace("\"north-office-payroll\"", "\"of-nobody\""));
      String log = file("log.csv", HEADER + CLOSED);
      assertThat(run("replay", "--log", log, "--models", folder.toString())).isEqualTo(2);
      assertThat(err.toString())
          .contains("[servicelevel.orphaned-targets]", "row 21 (rule_21)", "row 30 (rule_30)")
          .doesNotContain("\tat ");
    }
  }

  @Nested
  class Verifies {

    private String url() {
      return "jdbc:h2:file:" + folder.resolve("itsm");
    }

    private void migrate() {
      var database = new JdbcDataSource();
      database.setURL(url());
      database.setUser("sa");
      database.setPassword("");
      Flyway.configure()
          .dataSource(database)
          .defaultSchema("ITSM")
          .createSchemas(true)
          .locations("classpath:db/migration/common", "classpath:db/migration/h2")
          .load()
          .migrate();
    }

    private void sql(String sql) throws SQLException {
      try (var connection = DriverManager.getConnection(url(), "sa", "");
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Test
    void anIntactLedger() {
      migrate();
      assertThat(run("verify", "--data", folder.toString())).as("%s", err).isZero();
      assertThat(out.toString()).contains("The ledger is intact: 0 entries of 0 records");
    }

    @Test
    void tellsOfExceptionsBesideWhateverItFinds() throws SQLException {
      migrate();
      assertThat(run("verify", "--data", folder.toString())).isZero();
      assertThat(out.toString()).doesNotContain("Exceptions");
      sql(
          """
          insert into itsm.duty_exception
            (id, duty, reason, approved_by, approved_at, valid_from, valid_until)
          values (1, 'incident-confirmation', 'Alone', 'owner', timestamp '2026-01-01 00:00:00',
            timestamp '2026-01-01 00:00:00', timestamp '9999-01-01 00:00:00')
          """);
      sql(
          "insert into itsm.duty_exception_use (exception_id, subject, account, used_at)"
              + " values (1, 'INC-000001', 'owner', timestamp '2026-01-02 00:00:00')");
      assertThat(run("verify", "--data", folder.toString())).isZero();
      assertThat(out.toString())
          .contains("Exceptions from the separation of duties: 1 in force, used 1 times.");
    }

    @Test
    void aChainThatLostItsEntries() throws SQLException {
      migrate();
      sql("insert into itsm.ledger_head (record, position, hash) values ('INC-000001', 1, 'x')");
      assertThat(run("verify", "--data", folder.toString())).as("%s", err).isEqualTo(1);
      assertThat(out.toString()).contains("INC-000001", "[ledger.tail-missing]");
    }

    @Test
    void couldNotRunWithoutDatabaseOrLedger() throws SQLException {
      assertThat(run("verify", "--data", folder.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("There is no database", "--data");
      sql("create table nothing (id int)");
      assertThat(run("verify", "--data", folder.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("holds no ledger");
    }

    @Test
    void pointsToTheRunningSuiteThatHoldsTheDatabase() throws IOException {
      migrate();
      try (var held = FileChannel.open(folder.resolve("itsm.mv.db"), StandardOpenOption.WRITE);
          var lock = held.lock()) {
        assertThat(run("verify", "--data", folder.toString())).isEqualTo(2);
        assertThat(lock.isValid()).isTrue();
      }
      assertThat(err.toString()).contains("in use", "GET /api/ledger/verification");
    }
  }
}
