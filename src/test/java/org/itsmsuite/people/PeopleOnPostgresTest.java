package org.itsmsuite.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmsuite.RunningSuite;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.postgres.PostgresServer;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Reports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL: what one is told, the other knows; and a person is erased. */
@Tag("own-jvm")
class PeopleOnPostgresTest {

  @TempDir static Path data;
  private static RunningSuite one;
  private static RunningSuite other;

  @BeforeAll
  static void twoNodes() {
    String[] settings = {
      "--spring.profiles.active=postgres",
      "--ITSM_DB_URL=" + PostgresServer.ofThisJvm().newDatabase(),
      "--ITSM_DB_USER=postgres",
      "--ITSM_DB_PASSWORD=none"
    };
    one = RunningSuite.start(data, null, settings);
    other = RunningSuite.start(data, null, settings);
  }

  @AfterAll
  static void stop() {
    Stream.of(other, one).filter(node -> node != null).forEach(RunningSuite::close);
  }

  private static String assignee(String number) {
    return one.engine()
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .singleResult()
        .getAssignee();
  }

  private static void assign(RunningSuite node, String number, String account) {
    String task =
        node.engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .singleResult()
            .getId();
    node.engine().getTaskService().setAssignee(task, account);
  }

  private static List<String> placesWith(String name) {
    JdbcClient jdbc = one.bean(JdbcClient.class);
    List<String> places = new ArrayList<>();
    jdbc.sql(
            """
            select table_schema, table_name, column_name from information_schema.columns
            where table_schema in ('public', 'itsm') and data_type in ('character varying', 'text')
            """)
        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .forEach(
            column -> {
              long count =
                  jdbc.sql(
                          "select count(*) from %s.\"%s\" where \"%s\" like ?"
                              .formatted(column.get(0), column.get(1), column.get(2)))
                      .param("%" + name + "%")
                      .query(Long.class)
                      .single();
              if (count > 0) {
                places.add(column.get(1) + "." + column.get(2));
              }
            });
    return places;
  }

  @Test
  void anAbsenceEnteredOnOneNodeHoldsOnTheOtherAtOnce() {
    var staff = new Colleagues(0, one.engine());
    join(staff, "node-a");
    join(staff, "node-b");
    var entered =
        one.as("node-a")
            .post(
                "/api/absences",
                Map.of(
                    "from",
                    java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).minusHours(1).toString(),
                    "until",
                    LocalDate.now().plusDays(100) + "T00:00:00Z",
                    "deputy",
                    "node-b"));
    assertThat(entered.status()).as(entered.text()).isEqualTo(201);
    String number = Reports.reported(other.as("requester"), Reports.report());
    assign(other, number, "node-a");
    assertThat(assignee(number)).isEqualTo("node-b");
  }

  private static void join(Colleagues staff, String account) {
    staff.join(account, "service-desk");
  }

  @Test
  void whoLeavesIsErasedAndTheLedgerStaysGreen() {
    var staff = new Colleagues(0, one.engine());
    join(staff, "erase-me");
    Program person = one.as("erase-me");
    String own = Reports.reported(person, Reports.report());
    assertThat(person.act(own, "cancel", Map.of("reason", "Works again")).status()).isEqualTo(200);
    String number = Reports.reported(one.as("requester"), Reports.report());
    assign(one, number, "erase-me");

    other.engine().getIdentityService().deleteUser("erase-me");
    assertThat(assignee(number)).isNull();

    var asked =
        one.as("admin")
            .post(
                "/api/people/erase-me/erasure",
                Map.of(
                    "dryRun", false, "reason", "Asked for it", "otherNames", List.of("erase me")));
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    var done = other.as("top-manager").post("/api/people/erase-me/erasure/approval", "{}");
    assertThat(done.status()).as(done.text()).isEqualTo(200);

    assertThat(placesWith("erase-me")).isEmpty();
    var verified = other.as("auditor").get("/api/ledger/verification");
    assertThat(verified.body().at("/intact").asBoolean()).as(verified.text()).isTrue();
    assertThat(verified.body().at("/erasedValues").asLong()).isPositive();
  }
}
