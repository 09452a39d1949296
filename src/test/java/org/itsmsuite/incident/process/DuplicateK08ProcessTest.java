package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.TriageDesk.AGENT;
import static org.itsmsuite.incident.process.TriageDesk.MONDAY_NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report of what is on record already (case K08). */
class DuplicateK08ProcessTest {

  private static InMemoryDesk memory;
  private TriageDesk desk;

  @BeforeAll
  static void open() {
    memory = InMemoryDesk.open(new FolderContent(Path.of("")));
  }

  @AfterAll
  static void close() {
    memory.close();
  }

  @BeforeEach
  void mondayNine() {
    desk = new TriageDesk(memory);
  }

  @AfterEach
  void noVariableIsLeftBehindAndTheDeskIsCleared() {
    assertThat(desk.storedVariables()).isZero();
    memory.forgetAll();
  }

  private Status status(String number) {
    return desk.incident(number).status();
  }

  private static void isRefused(String key, Runnable verb) {
    assertThatThrownBy(verb::run)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  void handsItsEarlierOpeningToTheOneThatSurvives() {
    String early = desk.reported();
    var due = desk.clock(early, ClockKind.RESOLUTION).dueAt();
    memory.at(MONDAY_NINE.plus(AN_HOUR));
    String late = desk.reported();
    assertThat(desk.clock(late, ClockKind.RESOLUTION).dueAt()).isAfter(due);
    desk.triage(early, Map.of("mechanism", "DUPLICATE", "duplicateOf", late));

    assertThat(desk.clock(late, ClockKind.RESOLUTION).dueAt()).isEqualTo(due);
    assertThat(desk.clock(early, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.CANCELLED);
    assertThat(desk.facts(late)).contains("sla.openedEarlier");
  }

  @Test
  void raisesNoAlarmItselfAnyMore() {
    String early = desk.reported();
    String late = desk.reported();
    desk.triage(early, Map.of("mechanism", "DUPLICATE", "duplicateOf", late));
    int told = desk.told(early).size();
    memory.letTimePass(early, MONDAY_NINE.plus(Duration.ofDays(20)));

    assertThat(desk.told(early)).hasSize(told);
    assertThat(desk.facts(early)).doesNotContain("sla.milestoneReached", "sla.breached");
  }

  @Test
  void thatWasOpenedLaterChangesNothing() {
    String early = desk.reported();
    var due = desk.clock(early, ClockKind.RESOLUTION).dueAt();
    memory.at(MONDAY_NINE.plus(AN_HOUR));
    String late = desk.reported();
    desk.triage(late, Map.of("mechanism", "DUPLICATE", "duplicateOf", early));

    assertThat(desk.clock(early, ClockKind.RESOLUTION).dueAt()).isEqualTo(due);
    assertThat(desk.facts(early)).doesNotContain("sla.openedEarlier");
  }

  @Test
  void makesWhatIsMissedByThatABreachAtOnce() {
    String early = desk.reported();
    memory.at(MONDAY_NINE.plus(Duration.ofDays(3)));
    String late = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(early, Mechanism.DUPLICATE, late, "The same");

    assertThat(desk.clock(late, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.BREACHED);
    assertThat(desk.facts(late)).contains("sla.breached", "escalation.acted");
  }

  @Test
  void ofADuplicateHandsItOnToTheLast() {
    String first = desk.reported();
    var due = desk.clock(first, ClockKind.RESOLUTION).dueAt();
    memory.at(MONDAY_NINE.plus(AN_HOUR));
    String second = desk.reported();
    memory.at(MONDAY_NINE.plus(AN_HOUR.multipliedBy(2)));
    String third = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(first, Mechanism.DUPLICATE, second, "The same");
    memory.incidents().reclassify(second, Mechanism.DUPLICATE, third, "The same");

    assertThat(desk.clock(third, ClockKind.RESOLUTION).dueAt()).isEqualTo(due);
  }

  @Test
  void ofOneThatIsADuplicateAlreadyReachesTheOneThatIsWorkedOn() {
    String first = desk.reported();
    var due = desk.clock(first, ClockKind.RESOLUTION).dueAt();
    memory.at(MONDAY_NINE.plus(AN_HOUR));
    String second = desk.reported();
    String third = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(second, Mechanism.DUPLICATE, third, "The same");
    memory.incidents().reclassify(first, Mechanism.DUPLICATE, second, "The same");

    assertThat(desk.clock(third, ClockKind.RESOLUTION).dueAt()).isEqualTo(due);
  }

  @Test
  void ofADuplicateIsOneOfTheOriginal() {
    String original = desk.reported();
    String middle = desk.reported();
    String last = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(middle, Mechanism.DUPLICATE, original, "The same");
    memory.incidents().reclassify(last, Mechanism.DUPLICATE, middle, "The same");

    assertThat(desk.incident(last).assessment().duplicateOf()).isEqualTo(original);
    assertThat(memory.incidents().links(last))
        .containsExactly(new IncidentStore.Link("DUPLICATE_OF", original));
    assertThat(desk.fact(last, "incident.reclassified").after())
        .containsEntry("duplicateOf", original);
  }

  @Test
  void foundAtTriageIsOneOfTheOriginalToo() {
    String original = desk.reported();
    String middle = desk.reported();
    String last = desk.reported();
    desk.triage(middle, Map.of("mechanism", "DUPLICATE", "duplicateOf", original));
    desk.triage(last, Map.of("mechanism", "DUPLICATE", "duplicateOf", middle));

    assertThat(desk.incident(last).assessment().duplicateOf()).isEqualTo(original);
  }

  @Test
  void ofOneThatNobodyWorksOnIsRefused() {
    String closed = desk.closed();
    String duplicate = desk.reported();
    String number = desk.reported();
    memory.as(AGENT);
    isRefused(
        "incident.duplicate-of-closed",
        () -> memory.incidents().reclassify(number, Mechanism.DUPLICATE, closed, "The same"));
    String cancelled = desk.reported();
    memory.incidents().reclassify(duplicate, Mechanism.DUPLICATE, cancelled, "The same");
    memory.incidents().cancel(cancelled, "Nothing is broken");
    isRefused(
        "incident.duplicate-of-closed",
        () -> memory.incidents().reclassify(number, Mechanism.DUPLICATE, duplicate, "The same"));

    assertThat(desk.incident(number).isOpen()).isTrue();
    assertThat(memory.incidents().links(number)).isEmpty();
  }

  @Test
  void ofOneThatIsResolvedIsNot() {
    String resolved = desk.resolved();
    String number = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(number, Mechanism.DUPLICATE, resolved, "The same");

    assertThat(desk.incident(number).assessment().duplicateOf()).isEqualTo(resolved);
  }

  @Test
  void ofAParentOrAChildAtWhateverDistanceIsRefused() {
    String top = desk.triaged();
    String middle = desk.childOf(top);
    String low = desk.childOf(middle);
    memory.as(AGENT);

    isRefused(
        "incident.duplicate-in-family",
        () -> memory.incidents().reclassify(top, Mechanism.DUPLICATE, low, "The same"));
    isRefused(
        "incident.duplicate-in-family",
        () -> memory.incidents().reclassify(low, Mechanism.DUPLICATE, top, "The same"));
    assertThat(status(top)).isNotEqualTo(Status.CLOSED);
  }

  @Test
  void isNoneAnyMoreOnceItIsAnIncidentAgain() {
    String original = desk.reported();
    String number = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(number, Mechanism.DUPLICATE, original, "The same");
    memory.incidents().reclassify(number, Mechanism.INCIDENT, null, "Another one after all");

    assertThat(memory.incidents().links(number)).isEmpty();
    assertThat(memory.incidents().links(original)).isEmpty();
    assertThat(desk.fact(number, "incident.reopened").before())
        .containsEntry("duplicateOf", original);
  }

  @Test
  void ofItsOwnDuplicateIsRefused() {
    String one = desk.reported();
    String two = desk.reported();
    memory.as(AGENT);
    memory.incidents().reclassify(one, Mechanism.DUPLICATE, two, "The same");

    isRefused(
        "incident.duplicate-cycle",
        () -> memory.incidents().reclassify(two, Mechanism.DUPLICATE, one, "The same"));
    assertThat(status(two)).isNotEqualTo(Status.CLOSED);
    isRefused(
        "incident.duplicate-of-itself",
        () -> memory.incidents().reclassify(two, Mechanism.DUPLICATE, two, "The same"));
    isRefused(
        "incident.unknown-duplicate",
        () -> memory.incidents().reclassify(two, Mechanism.DUPLICATE, "INC-999999", "?"));
  }

  @Test
  void ofOneThatIsHiddenIsRefusedLikeOfOneThatIsNotThere() {
    String hidden = desk.reported();
    memory.restrictions().restrict(hidden);
    String number = desk.reported();
    memory.as(AGENT);

    assertThatThrownBy(
            () -> memory.incidents().reclassify(number, Mechanism.DUPLICATE, hidden, "?"))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no incident \"" + hidden + "\".");
  }
}
