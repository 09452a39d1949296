package org.itsmsuite.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens on the way to a due and after it; ids such as K09 name the known cases. */
class ClockMilestonesTest {

  private static final String INC = "INC-000001";

  private final Desk desk =
      new Desk().promising("P1", "PT15M", "PT4H").promising("P3", "PT2H", "PT18H");

  @Test
  void stayOnTheWorkingTimelineK09() {
    desk.targets.put(
        "P3",
        List.of(
            Desk.target(
                ClockKind.RESOLUTION,
                "PT9H",
                Set.of(),
                PriorityChange.RETROACTIVE,
                Reopening.CONTINUE)));
    desk.at(Desk.FRIDAY_NINE).open(INC, "P3");
    desk.at("2026-03-06T18:00:00Z");

    assertThat(desk.reach(INC))
        .containsExactly("RESOLUTION 50%", "RESOLUTION 75%", "RESOLUTION 100%");
    assertThat(desk.at("2026-03-07T00:00:00Z").reach(INC)).isEmpty();
    assertThat(desk.at("2026-03-09T08:59:59Z").reach(INC)).isEmpty();
  }

  @Test
  void happenOnceEach() {
    desk.open(INC, "P1");
    desk.at("2026-03-02T12:00:00Z");

    assertThat(desk.reach(INC)).contains("RESOLUTION 50%", "RESOLUTION 75%");
    assertThat(desk.reach(INC)).isEmpty();
  }

  @Test
  void rememberHowLateTheyWere() {
    desk.open(INC, "P1");
    desk.at("2026-03-02T11:07:00Z");
    desk.reach(INC);

    var reached =
        desk.ledger.of(INC).stream()
            .filter(entry -> "50%".equals(entry.after().get("milestone")))
            .filter(entry -> entry.after().get("clock").equals("RESOLUTION"))
            .findFirst()
            .orElseThrow();
    assertThat(reached.after()).containsEntry("lateness", "PT7M");
  }

  @Test
  void comeBackWhereTheDueMovedThemToLaterK11() {
    desk.open(INC, "P1");
    desk.at("2026-03-02T12:00:00Z");
    desk.reach(INC);
    desk.reprioritise(INC, "P3");

    assertThat(desk.reach(INC)).isEmpty();
    assertThat(desk.at("2026-03-03T13:30:00Z").reach(INC))
        .containsExactly("RESOLUTION 50%", "RESOLUTION 75%");
  }

  @Test
  void thatArePastAndToldStayToldAfterAPause() {
    desk.open(INC, "P3");
    desk.at("2026-03-03T09:00:00Z");
    desk.reach(INC);
    desk.clocks.waiting(INC, "CUSTOMER");
    desk.at("2026-03-03T11:00:00Z").clocks.resumed(INC, "CUSTOMER");

    assertThat(desk.reach(INC)).isEmpty();
  }

  @Test
  void afterTheBreachCountInWorkingTimeAndEnd() {
    desk.milestones.add(Milestone.parse("R2/PT4H"));
    desk.targets.put(
        "P3",
        List.of(
            Desk.target(
                ClockKind.RESOLUTION,
                "PT9H",
                Set.of(),
                PriorityChange.RETROACTIVE,
                Reopening.CONTINUE)));
    desk.open(INC, "P3");
    desk.at("2026-03-02T18:00:00Z");
    desk.reach(INC);

    assertThat(desk.clocks.nextMilestone(INC, ClockKind.RESOLUTION, desk.time.instant()))
        .isEqualTo("2026-03-03T13:00:00Z");
    assertThat(desk.at("2026-03-03T13:00:00Z").reach(INC)).containsExactly("RESOLUTION +PT4H#1");
    assertThat(desk.at("2026-03-03T17:00:00Z").reach(INC)).containsExactly("RESOLUTION +PT4H#2");
    assertThat(desk.clocks.nextMilestone(INC, ClockKind.RESOLUTION, desk.time.instant()))
        .isEqualTo(ClockMath.REST);
  }
}
