package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts for a message is the record as it is when its turn comes, not as it was before. */
@DemoSuite
class WritingMeanwhileTest {

  @LocalServerPort int port;
  private final JdbcClient jdbc;
  private final Restrictions restrictions;
  private final TransactionTemplate transaction;
  private String number;

  @Autowired
  WritingMeanwhileTest(
      JdbcClient jdbc, Restrictions restrictions, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
    this.transaction = new TransactionTemplate(transactions);
  }

  @BeforeEach
  void anIncidentOfTheServiceDesk() {
    number = reported(Program.of(port, "requester"), report());
  }

  /** Sends it while somebody else changes the record; it waits for the end of that. */
  private Answer written(String account, String visibility, Runnable change) {
    CompletableFuture<Answer> answer =
        transaction.execute(
            status -> {
              jdbc.sql("select number from itsm.incident where number = ? for update")
                  .param(number)
                  .query(String.class)
                  .single();
              change.run();
              var writing =
                  CompletableFuture.supplyAsync(
                      () ->
                          Program.of(port, account)
                              .post(
                                  "/api/records/" + number + "/messages",
                                  Map.of("text", "A word", "visibility", visibility)));
              await().atMost(20, TimeUnit.SECONDS).until(this::somebodyWaits);
              return writing;
            });
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
            .query(Long.class)
            .single()
        > 0;
  }

  private long entries() {
    return jdbc.sql("select count(*) from itsm.conversation_entry where record = ?")
        .param(number)
        .query(Long.class)
        .single();
  }

  @Test
  void aRecordThatIsRestrictedMeanwhileIsHiddenFromWhoeverWrites() {
    var answer = written("agent", "INTERNAL", () -> restrictions.restrict(number));

    assertThat(answer.refusal()).as(answer.text()).isEqualTo("404 incident.not-found");
    assertThat(entries()).isZero();
  }

  @Test
  void aMessageOnARecordThatIsRestrictedMeanwhileTellsNobodyItsTitle() {
    var answer =
        written(
            "agent",
            "REQUESTER",
            () -> {
              restrictions.restrict(number);
              restrictions.worksOn(number, "service-desk");
            });

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    "select recipient from itsm.notification"
                        + " where record = ? and template = 'message-for-requester'")
                .param(number)
                .query(String.class)
                .list())
        .doesNotContain("user:requester");
  }

  @Test
  void aRecordThatGoesToAnotherGroupMeanwhileIsNotWrittenOnByTheOneBefore() {
    jdbc.sql("update itsm.incident set support_group = 'suppliers' where number = ?")
        .param(number)
        .update();
    assertThat(Program.of(port, "supplier-1").incident(number).status()).isEqualTo(200);

    var answer =
        written(
            "supplier-1",
            "REQUESTER",
            () ->
                jdbc.sql("update itsm.incident set support_group = 'second-level' where number = ?")
                    .param(number)
                    .update());

    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(entries()).isZero();
  }
}
