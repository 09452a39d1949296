package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.incident.process.TriageDesk.AGENT;
import static org.itsmsuite.incident.process.TriageDesk.REQUESTER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Incidents that belong together, told as stories. */
class IncidentFamiliesProcessTest {

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

  @Nested
  class ResolvingAParent {

    @Test
    void resolvesItsChildrenByOneJobEach() {
      String parent = desk.triaged();
      String one = desk.childOf(parent);
      String two = desk.childOf(parent);
      desk.restore(parent, Map.of());

      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      assertThat(desk.jobs(parent)).hasSize(2);
      assertThat(status(one)).isEqualTo(Status.ASSIGNED);
      desk.runJobs(parent);

      assertThat(desk.jobs(parent)).isEmpty();
      for (String child : new String[] {one, two}) {
        assertThat(status(child)).isEqualTo(Status.RESOLVED);
        assertThat(desk.incident(child).outcome().resolution()).isEqualTo("Restarted the queue");
        assertThat(desk.incident(child).outcome().code()).isEqualTo("FIXED");
        assertThat(desk.clock(child, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.MET);
        assertThat(desk.told(child)).contains("incident-resolved-please-confirm user:requester");
        assertThat(desk.task(child).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
      }
      assertThat(desk.task(parent).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
    }

    @Test
    void endsAChildsWait() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      memory.incidents().startWaiting(child, WaitingReason.SUPPLIER);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);

      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      assertThat(desk.incident(child).waiting()).isNull();
    }

    @Test
    void resolvesAChildThatNobodyHasTriagedYet() {
      String parent = desk.triaged();
      String child = desk.reported();
      memory.as(AGENT);
      memory.links().link(child, LinkType.CHILD_OF, parent, null);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);

      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      assertThat(desk.clock(child, ClockKind.RESPONSE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void resolvesChildrenOfChildrenInTheirTurn() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      String grandchild = desk.childOf(child);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      assertThat(status(grandchild)).isEqualTo(Status.ASSIGNED);
      desk.runJobs(child);

      assertThat(status(grandchild)).isEqualTo(Status.RESOLVED);
    }

    @Test
    void leavesAChildAloneThatWasResolvedBefore() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      desk.restore(child, Map.of("resolution", "Another mailbox"));
      desk.restore(parent, Map.of());

      assertThat(desk.jobs(parent)).isEmpty();
      assertThat(desk.incident(child).outcome().resolution()).isEqualTo("Another mailbox");
    }

    @Test
    void leavesAChildAloneThatWasDoneWithBeforeItsJobRan() {
      String parent = desk.triaged();
      String cancelled = desk.childOf(parent);
      String gone = desk.childOf(parent);
      desk.restore(parent, Map.of());
      memory.as(REQUESTER);
      memory.incidents().cancel(cancelled, "It works again");
      memory.links().unlink(gone, LinkType.CHILD_OF, parent, "Another queue");
      desk.runJobs(parent);

      assertThat(status(cancelled)).isEqualTo(Status.CANCELLED);
      assertThat(status(gone)).isEqualTo(Status.ASSIGNED);
      assertThat(desk.task(parent).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
    }
  }

  @Nested
  class AParentThatIsConfirmed {

    private String parent;
    private String one;
    private String two;

    @BeforeEach
    void withTwoChildren() {
      parent = desk.triaged();
      one = desk.childOf(parent);
      two = desk.childOf(parent);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      desk.confirm(parent);
    }

    @Test
    void waitsAsResolvedForTheLastChild() {
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      desk.confirm(one);
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      desk.confirm(two);

      assertThat(status(two)).isEqualTo(Status.CLOSED);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
      assertThat(desk.hasPassed(parent, "event_lastChildClosed")).isTrue();
    }

    @Test
    void isNotConfirmedTwice() {
      isRefused("incident.action-not-possible", () -> desk.confirm(parent));
    }

    @Test
    void goesOnWaitingWhenAChildIsReopened() {
      memory.as(REQUESTER);
      memory.incidents().reopen(one, "Still broken");
      desk.confirm(two);
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);

      desk.restore(one, Map.of());
      desk.confirm(one);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isClosedWhenTheLastChildIsClosedByItself() {
      desk.confirm(one);
      memory.timers().fire(two, "event_closeAutomatically");

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isClosedWhenTheLastChildIsCancelled() {
      desk.confirm(one);
      memory.incidents().reopen(two, "Still broken");
      memory.incidents().cancel(two, "It works again");

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isClosedWhenTheLastChildTurnsOutToBeADuplicate() {
      desk.confirm(one);
      memory.incidents().reopen(two, "Still broken");
      String other = desk.triaged();
      memory.as(AGENT);
      memory.incidents().reclassify(two, Mechanism.DUPLICATE, other, "The same");

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isClosedWhenTheLastChildIsTakenAway() {
      desk.confirm(one);
      memory.as(AGENT);
      memory.links().unlink(two, LinkType.CHILD_OF, parent, "Another queue");

      assertThat(status(two)).isEqualTo(Status.RESOLVED);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isNotClosedByOneOfManyThatIsTakenAway() {
      memory.as(AGENT);
      memory.links().unlink(two, LinkType.CHILD_OF, parent, "Another queue");

      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
    }

    @Test
    void takesNoNewChildOnceItIsClosed() {
      desk.confirm(one);
      desk.confirm(two);
      String late = desk.triaged();

      isRefused(
          "incident.parent-closed",
          () -> memory.links().link(late, LinkType.CHILD_OF, parent, null));
    }
  }

  @Nested
  class AParentThatEndsWithoutRestoring {

    private String parent;
    private String child;
    private String done;

    @BeforeEach
    void withAChildThatIsWorkedOnAndOneThatIsDoneWith() {
      parent = desk.triaged();
      child = desk.childOf(parent);
      done = desk.childOf(parent);
      memory.as(AGENT);
      memory.incidents().cancel(done, "Twice reported");
    }

    private void assertFree() {
      assertThat(desk.incident(child).family().hasParent()).isFalse();
      assertThat(desk.incident(done).family().hasParent()).isFalse();
      assertThat(desk.incident(child).isOpen()).isTrue();
      assertThat(desk.fact(child, "incident.takenFromParent").before())
          .containsEntry("parent", parent);
      assertThat(desk.facts(parent).stream().filter("incident.childUnlinked"::equals)).hasSize(2);
    }

    @Test
    void setsItsChildrenFreeWhenItIsCancelled() {
      memory.incidents().cancel(parent, "Nothing was broken");

      assertThat(status(parent)).isEqualTo(Status.CANCELLED);
      assertFree();
    }

    @Test
    void setsThemFreeWhenItIsADuplicate() {
      String other = desk.triaged();
      memory.as(AGENT);
      memory.incidents().reclassify(parent, Mechanism.DUPLICATE, other, "The same");

      assertFree();
    }

    @Test
    void setsThemFreeWhenItIsARequest() {
      memory.incidents().reclassify(parent, Mechanism.SERVICE_REQUEST, null, "Wants a screen");

      assertFree();
    }

    @Test
    void setsThemFreeWhenTriageFindsIt() {
      String untriaged = desk.reported();
      memory.as(AGENT);
      memory.links().unlink(child, LinkType.CHILD_OF, parent, "Wrong");
      memory.links().link(child, LinkType.CHILD_OF, untriaged, null);
      desk.triage(untriaged, Map.of("mechanism", "SERVICE_REQUEST"));

      assertThat(desk.incident(child).family().hasParent()).isFalse();
    }

    @Test
    void leavesItAChildOfItsOwnParentWhichGoesOn() {
      String top = desk.triaged();
      memory.as(AGENT);
      memory.links().link(parent, LinkType.CHILD_OF, top, null);
      memory.incidents().cancel(parent, "Nothing was broken");
      desk.restore(top, Map.of());
      desk.confirm(top);

      assertThat(desk.incident(parent).family().parent()).isEqualTo(top);
      assertThat(status(top)).isEqualTo(Status.CLOSED);
      assertFree();
    }
  }

  @Nested
  class AConfirmedParentThatIsReopened {

    private static final Duration A_DAY = Duration.ofDays(1);

    private String parent;
    private String one;
    private String two;
    private Instant due;

    @BeforeEach
    void whileItWaitsForTwoChildren() {
      parent = desk.triaged();
      one = desk.childOf(parent);
      two = desk.childOf(parent);
      due = desk.clock(parent, ClockKind.RESOLUTION).dueAt();
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      desk.confirm(parent);
      memory.at(TriageDesk.MONDAY_NINE.plus(A_DAY));
      memory.as(REQUESTER);
      memory.incidents().reopen(parent, "It is back");
    }

    @Test
    void isWorkedOnAgainWithItsClocksGoingOn() {
      assertThat(status(parent)).isEqualTo(Status.ASSIGNED);
      assertThat(desk.task(parent).getTaskDefinitionKey()).isEqualTo("userTask_restoreService");
      assertThat(desk.incident(parent).outcome().reopenings()).isEqualTo(1);
      assertThat(desk.incident(parent).outcome().resolvedAt()).isNull();
      assertThat(desk.clock(parent, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
      // Nine on Monday to nine on Tuesday counted as nobody's time.
      assertThat(desk.clock(parent, ClockKind.RESOLUTION).dueAt()).isEqualTo(due.plus(A_DAY));
      assertThat(desk.fact(parent, "incident.reopened").after())
          .containsEntry("reason", "It is back");
      assertThat(desk.told(parent)).contains("incident-reopened group:second-level");
    }

    @Test
    void leavesItsChildrenAsTheyAre() {
      for (String child : new String[] {one, two}) {
        assertThat(status(child)).isEqualTo(Status.RESOLVED);
        assertThat(desk.incident(child).outcome().reopenings()).isZero();
        assertThat(desk.incident(child).family().parent()).isEqualTo(parent);
      }
    }

    @Test
    void isNotClosedWhenItsLastChildIs() {
      desk.confirm(one);
      desk.confirm(two);
      assertThat(status(parent)).isEqualTo(Status.ASSIGNED);
      assertThat(desk.task(parent).getTaskDefinitionKey()).isEqualTo("userTask_restoreService");

      desk.restore(parent, Map.of());
      desk.confirm(parent);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
      assertThat(desk.hasPassed(parent, "event_lastChildClosed")).isFalse();
    }

    @Test
    void waitsForItsChildrenAgainOnceItIsConfirmedAgain() {
      desk.restore(parent, Map.of());
      desk.confirm(parent);
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      desk.confirm(one);
      desk.confirm(two);

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void canBeReopenedOnceMore() {
      desk.restore(parent, Map.of());
      desk.confirm(parent);
      memory.as(AGENT);
      memory.incidents().reopen(parent, "And again");

      assertThat(status(parent)).isEqualTo(Status.ASSIGNED);
      assertThat(desk.incident(parent).outcome().reopenings()).isEqualTo(2);
    }

    @Test
    void resolvesAReopenedChildWithItselfTheNextTime() {
      memory.incidents().reopen(one, "Here too");
      desk.restore(parent, Map.of());
      desk.runJobs(parent);

      assertThat(status(one)).isEqualTo(Status.RESOLVED);
    }
  }

  @Nested
  class AParentThatNobodyAnsweredFor {

    @Test
    void isReopenedWhileItWaitsForItsChildrenToo() {
      String parent = desk.triaged();
      desk.childOf(parent);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      memory.timers().fire(parent, "event_closeAutomatically");
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      memory.as(AGENT);
      memory.incidents().reopen(parent, "The requester called");

      assertThat(status(parent)).isEqualTo(Status.ASSIGNED);
    }
  }

  @Nested
  class LinkingToAParentThatIsResolved {

    private String parent;

    @BeforeEach
    void alreadyAndNotYetConfirmed() {
      parent = desk.resolved();
    }

    @Test
    void resolvesTheChildAtOnceAsTheOthersWere() {
      String child = desk.childOf(parent);

      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      assertThat(desk.incident(child).outcome().resolution()).isEqualTo("Restarted the queue");
      assertThat(desk.incident(child).outcome().code()).isEqualTo("FIXED");
      assertThat(desk.clock(child, ClockKind.RESOLUTION).state()).isEqualTo(ClockState.MET);
      assertThat(desk.told(child)).contains("incident-resolved-please-confirm user:requester");
      assertThat(desk.facts(child))
          .containsSubsequence("incident.madeChild", "incident.restored", "incident.resolved");
      assertThat(desk.task(child).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
      assertThat(desk.jobs(parent)).isEmpty();
    }

    @Test
    void endsTheChildsWait() {
      String child = desk.triaged();
      memory.incidents().startWaiting(child, WaitingReason.SUPPLIER);
      memory.links().link(parent, LinkType.PARENT_OF, child, null);

      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      assertThat(desk.incident(child).waiting()).isNull();
    }

    @Test
    void resolvesTheChildsOwnChildrenByTheirJobs() {
      String child = desk.triaged();
      String grandchild = desk.childOf(child);
      memory.links().link(child, LinkType.CHILD_OF, parent, null);
      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      assertThat(status(grandchild)).isEqualTo(Status.ASSIGNED);
      desk.runJobs(child);

      assertThat(status(grandchild)).isEqualTo(Status.RESOLVED);
    }

    @Test
    void keepsTheParentUntilTheChildIsClosed() {
      String child = desk.childOf(parent);
      desk.confirm(parent);
      assertThat(status(parent)).isEqualTo(Status.RESOLVED);
      desk.confirm(child);

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isTheSameWhileTheParentWaitsForOthers() {
      desk.childOf(parent);
      desk.confirm(parent);
      String late = desk.childOf(parent);

      assertThat(status(late)).isEqualTo(Status.RESOLVED);
    }

    @Test
    void isTheSameWhileTheJobsOfOtherChildrenAreStillToRun() {
      String busy = desk.triaged();
      String early = desk.childOf(busy);
      desk.restore(busy, Map.of());
      String late = desk.childOf(busy);
      assertThat(status(late)).isEqualTo(Status.RESOLVED);
      desk.runJobs(busy);

      assertThat(status(early)).isEqualTo(Status.RESOLVED);
      assertThat(desk.task(busy).getTaskDefinitionKey()).isEqualTo("userTask_confirmResolution");
    }

    @Test
    void leavesTheChildOpenWhenTheParentWasReopenedBefore() {
      memory.as(REQUESTER);
      memory.incidents().reopen(parent, "Still broken");
      String child = desk.childOf(parent);

      assertThat(status(child)).isEqualTo(Status.ASSIGNED);
    }
  }

  @Nested
  class AFamily {

    @Test
    void closesFromBelowToTheTop() {
      String top = desk.triaged();
      String middle = desk.childOf(top);
      String below = desk.childOf(middle);
      desk.restore(top, Map.of());
      desk.runJobs(top);
      desk.runJobs(middle);
      desk.confirm(top);
      desk.confirm(middle);
      assertThat(status(middle)).isEqualTo(Status.RESOLVED);
      desk.confirm(below);

      assertThat(status(middle)).isEqualTo(Status.CLOSED);
      assertThat(status(top)).isEqualTo(Status.CLOSED);
    }

    @Test
    void isLeftAsItIsWhenTheParentIsReopened() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      desk.restore(parent, Map.of());
      desk.runJobs(parent);
      memory.as(REQUESTER);
      memory.incidents().reopen(parent, "Still broken");

      assertThat(status(parent)).isNotEqualTo(Status.RESOLVED);
      assertThat(status(child)).isEqualTo(Status.RESOLVED);
      desk.confirm(child);
      desk.restore(parent, Map.of());
      assertThat(desk.jobs(parent)).isEmpty();
      desk.confirm(parent);
      assertThat(status(parent)).isEqualTo(Status.CLOSED);
    }

    @Test
    void doesNotKeepAParentWhoseChildrenAreClosed() {
      String parent = desk.triaged();
      String child = desk.childOf(parent);
      desk.restore(child, Map.of());
      desk.confirm(child);
      desk.restore(parent, Map.of());
      desk.confirm(parent);

      assertThat(status(parent)).isEqualTo(Status.CLOSED);
      assertThat(desk.hasPassed(parent, "event_lastChildClosed")).isFalse();
    }
  }
}
