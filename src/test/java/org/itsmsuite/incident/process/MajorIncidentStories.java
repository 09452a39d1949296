package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What stories of major incidents have in common: a desk of their own, empty before each. */
abstract class MajorIncidentStories {

  final InMemoryDesk memory;
  final MajorIncidentDesk desk;

  MajorIncidentStories(InMemoryDesk memory) {
    this.memory = memory;
    this.desk = new MajorIncidentDesk(memory);
  }

  @BeforeEach
  void assertOnThisEngine() {
    BpmnAwareTests.init(memory.engine());
  }

  @AfterEach
  void nothingThatPeopleWroteIsInTheEngineAndTheDeskIsCleared() {
    assertThat(
            memory.engine().getRuntimeService().createVariableInstanceQuery().list().stream()
                .map(variable -> variable.getName())
                .toList())
        .as("counters of the parallel tasks and what they are about, nothing else")
        .isSubsetOf(
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter",
            "technicalTask");
    memory.forgetAll();
  }

  LedgerEntry fact(String number, String what) {
    return memory.ledger().of(number).stream()
        .filter(entry -> entry.what().equals("majorIncident." + what))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  static void assertRefused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .satisfies(
            failure ->
                assertThat(EngineRefusals.in(failure)).get().extracting("key").isEqualTo(key));
  }
}
