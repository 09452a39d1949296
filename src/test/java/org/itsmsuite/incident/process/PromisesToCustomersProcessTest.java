package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.incident.process.TriageDesk.AGENT;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.servicelevel.EditedContent;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;
import org.itsmsuite.sla.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was agreed with customers, and what they hear of it. */
class PromisesToCustomersProcessTest {

  private InMemoryDesk opened;

  @AfterEach
  void close() {
    opened.close();
  }

  private TriageDesk desk(ContentSource content) {
    opened = InMemoryDesk.open(content);
    return new TriageDesk(opened);
  }

  @Nested
  class TheCustomerIsTold {

    private final TriageDesk desk = desk(new FolderContent(Path.of("")));

    private List<String> toldUntil(String number, Duration sinceNine) {
      opened.timers().fireAll(number, MONDAY_NINE.plus(sinceNine));
      return desk.told(number).stream()
          .filter(one -> one.startsWith("sla-customer"))
          .filter(one -> one.endsWith("user:requester"))
          .toList();
    }

    @Test
    void beforeTheResponseIsLateAndAfter() {
      String number = desk.reported();

      assertThat(toldUntil(number, Duration.ofMinutes(89))).isEmpty();
      assertThat(toldUntil(number, Duration.ofMinutes(119)))
          .containsExactly("sla-customer-warning user:requester");
      assertThat(toldUntil(number, Duration.ofMinutes(121)))
          .containsExactly(
              "sla-customer-warning user:requester", "sla-customer-missed user:requester");
    }

    @Test
    void nothingOfAResponseInTime() {
      String number = desk.triaged();

      assertThat(toldUntil(number, Duration.ofMinutes(121))).isEmpty();
    }

    @Test
    void beforeTheResolutionIsLateAndAfter() {
      String number = desk.triaged();

      assertThat(toldUntil(number, Duration.ofHours(72)))
          .containsExactly(
              "sla-customer-warning user:requester", "sla-customer-missed user:requester");
    }

    @Test
    void thatOurAnswerIsLate() {
      String number = desk.reported(Impact.HIGH, Urgency.MEDIUM);
      desk.desk.as(AGENT);
      desk.desk.take(number);
      opened.clocks().replyAwaited(promise(number));

      assertThat(desk.clock(number, ClockKind.UPDATE).dueAt())
          .isEqualTo(MONDAY_NINE.plus(Duration.ofHours(2)));
      assertThat(toldUntil(number, Duration.ofMinutes(245)))
          .containsExactly("sla-customer-missed user:requester");
      assertThat(desk.clock(number, ClockKind.UPDATE).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void nothingOfAnAnswerInTime() {
      String number = desk.reported(Impact.HIGH, Urgency.MEDIUM);
      desk.desk.as(AGENT);
      desk.desk.take(number);
      opened.clocks().replyAwaited(promise(number));
      opened.clocks().replied(number);

      assertThat(toldUntil(number, Duration.ofMinutes(245))).isEmpty();
    }

    private Promise promise(String number) {
      var incident = desk.incident(number);
      return new Promise(
          number,
          incident.run().instance(),
          incident.run().bundle(),
          incident.report().service(),
          incident.report().customer(),
          incident.assessment().priority(),
          incident.assignment().level(),
          incident.openedAt());
    }
  }

  @Nested
  class WithoutAnAgreementInForce {

    @Test
    void aRecordOpenedBeforeItIsNotMeasuredAndTheLedgerSaysWhyK12() {
      TriageDesk desk =
          desk(
              new EditedContent()
                  .with(
                      EditedContent.AGREEMENTS, "validFrom: 2010-01-01", "validFrom: 2026-03-03"));
      String number = desk.triaged();

      assertThat(opened.clocks().of(number)).isEmpty();
      assertThat(opened.ledger().of(number))
          .filteredOn(entry -> entry.what().equals("sla.notCovered"))
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(entry.after())
                      .containsEntry("agreement", "north-office-services")
                      .containsEntry("why", "it is valid from 2026-03-03 only"));
      opened.timers().fireAll(number, MONDAY_NINE.plus(Duration.ofDays(20)));
      assertThat(desk.told(number)).noneMatch(one -> one.startsWith("sla-"));
    }

    @Test
    void aRecordOpenedOnItsFirstDayIsMeasuredK12() {
      TriageDesk desk =
          desk(
              new EditedContent()
                  .with(
                      EditedContent.AGREEMENTS, "validFrom: 2010-01-01", "validFrom: 2026-03-02"));
      String number = desk.triaged();

      assertThat(opened.clocks().of(number))
          .extracting(ClockView::agreement)
          .containsExactly("north-office-services", "north-office-services");
    }
  }
}
