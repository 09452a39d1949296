package org.itsmsuite.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.itsmsuite.ledger.LedgerEntry;

/** What holds for alarms, whatever people do in whatever order. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class AlarmPropertiesTest {

  private static final String INC = "INC-000001";

  enum Deed {
    REPLY,
    ASK,
    KEEP_UPDATING,
    END_UPDATES,
    RAISE,
    LOWER,
    WAIT,
    RESUME,
    RESOLVE,
    REOPEN,
    OPENED_EARLIER,
    LOOK_TWICE
  }

  /**
   * @param minutes after the deed before it
   */
  record Step(int minutes, Deed deed) {}

  @Provide
  Arbitrary<List<Step>> stories() {
    return Combinators.combine(Arbitraries.integers().between(0, 90), Arbitraries.of(Deed.class))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property
  void aMilestoneIsToldOncePerClockAndGeneration(@ForAll("stories") List<Step> story) {
    Desk desk = told(story);

    var names =
        facts(desk, "sla.milestoneReached").stream()
            .map(LedgerEntry::after)
            .map(one -> one.get("clock") + " " + one.get("generation") + " " + one.get("milestone"))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Property
  void noMissedTargetIsToldTwiceForOneDueInstant(@ForAll("stories") List<Step> story) {
    Desk desk = told(story);

    var breaches =
        facts(desk, "sla.breached").stream()
            .map(LedgerEntry::after)
            .map(one -> one.get("clock") + " " + one.get("breachedAt"))
            .toList();
    assertThat(breaches).doesNotHaveDuplicates();
  }

  @Property
  void nothingIsToldOfAClockThatHasEnded(@ForAll("stories") List<Step> story) {
    Desk desk = told(story);
    Set<String> open = new HashSet<>();

    for (LedgerEntry entry : desk.ledger.of(INC)) {
      String clock = (String) entry.after().get("clock");
      switch (entry.what()) {
        case "sla.clockStarted", "sla.clockReopened" -> open.add(clock);
        case "sla.clockMet", "sla.clockCancelled" -> open.remove(clock);
        case "sla.milestoneReached" -> assertThat(open).contains(clock);
        default -> {}
      }
    }
  }

  private static List<LedgerEntry> facts(Desk desk, String what) {
    return desk.ledger.of(INC).stream().filter(entry -> entry.what().equals(what)).toList();
  }

  private static Desk told(List<Step> story) {
    var desk =
        new Desk()
            .promising("P1", "PT15M", "PT2H")
            .answering("P1", "PT20M")
            .promising("P3", "PT1H", "PT6H");
    desk.milestones.add(Milestone.parse("R/PT30M"));
    desk.open(INC, "P1");
    for (Step step : story) {
      desk.at(desk.now().plus(Duration.ofMinutes(step.minutes())));
      desk.reach(INC);
      act(desk, step.deed());
      desk.reach(INC);
    }
    return desk;
  }

  private static void act(Desk desk, Deed deed) {
    switch (deed) {
      case REPLY -> desk.clocks.replied(INC);
      case ASK -> desk.writes(INC, "P1");
      case KEEP_UPDATING ->
          desk.clocks.keepUpdating(
              desk.promise(INC, "P1", desk.now()), Duration.ofMinutes(30), Desk.ALWAYS);
      case END_UPDATES -> desk.clocks.updatesEnded(INC);
      case RAISE -> desk.reprioritise(INC, "P1");
      case LOWER -> desk.reprioritise(INC, "P3");
      case WAIT -> desk.clocks.waiting(INC, "CUSTOMER");
      case RESUME -> desk.clocks.resumed(INC, "CUSTOMER");
      case RESOLVE -> desk.clocks.resolved(INC);
      case REOPEN -> desk.clocks.reopened(INC);
      case OPENED_EARLIER ->
          desk.clocks.openedEarlier(INC, Desk.MONDAY_NINE.minus(Duration.ofHours(48)));
      case LOOK_TWICE -> desk.reach(INC);
    }
  }
}
