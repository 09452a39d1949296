package org.itsmsuite.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentFamilies;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.OtherIncidents;
import org.itsmsuite.incident.SomeIncidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.StillFlow;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FamilyStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Actor AGENT = new Actor("agent", Set.of("service-desk"));

  private final Restrictions restrictions = RestrictionsInDatabase.of(DATABASE);
  private final JdbcIncidentStore store = new JdbcIncidentStore(DATABASE.jdbc(), restrictions);
  private final JdbcFamilyStore families = new JdbcFamilyStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    DATABASE.jdbc().sql("delete from itsm.incident").update();
    DATABASE.jdbc().sql("delete from itsm.record_link").update();
  }

  private void add(String number, Status status, String parent) {
    store.add(SomeIncidents.with(number, status, parent));
  }

  @Test
  void knowsWhichChildrenAreWorkedOnAndWhichAreUnfinished() {
    add("INC-1", Status.RESOLVED, null);
    add("INC-4", Status.NEW, "INC-1");
    add("INC-2", Status.WAITING, "INC-1");
    add("INC-3", Status.RESOLVED, "INC-1");
    add("INC-5", Status.CLOSED, "INC-1");
    add("INC-6", Status.CANCELLED, "INC-2");

    assertThat(families.openChildren("INC-1")).containsExactly("INC-2", "INC-4");
    assertThat(families.hasUnfinishedChildren("INC-1")).isTrue();
    assertThat(families.hasUnfinishedChildren("INC-2")).isFalse();
    assertThat(families.hasUnfinishedChildren("INC-3")).isFalse();
  }

  @Test
  void aResolvedChildIsUnfinished() {
    add("INC-1", Status.RESOLVED, null);
    add("INC-3", Status.RESOLVED, "INC-1");

    assertThat(families.hasUnfinishedChildren("INC-1")).isTrue();
  }

  @Test
  void parentAndChildrenStandBeforeOtherLinks() {
    add("INC-1", Status.NEW, null);
    add("INC-2", Status.NEW, "INC-1");
    add("INC-3", Status.NEW, "INC-2");
    add("INC-4", Status.NEW, "INC-2");
    store.link("INC-2", "RELATED_TO", "INC-0", SomeIncidents.MORNING);

    assertThat(store.links("INC-2"))
        .containsExactly(
            new Link("CHILD_OF", "INC-1"),
            new Link("PARENT_OF", "INC-3"),
            new Link("PARENT_OF", "INC-4"),
            new Link("RELATED_TO", "INC-0"));
  }

  @Test
  void aThreadShowsWhatIsLinkedToo() {
    add("INC-1", Status.NEW, null);
    add("INC-2", Status.NEW, "INC-1");
    add("INC-3", Status.NEW, "INC-2");
    add("INC-4", Status.NEW, null);
    add("INC-5", Status.NEW, null);
    store.link("INC-2", "RELATED_TO", "INC-4", SomeIncidents.MORNING);
    var thread = store.find("INC-2").orElseThrow().thread();

    assertThat(store.inThread(thread, Actor.SYSTEM))
        .extracting(Incident::number)
        .containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
    var memory = new InMemoryIncidentStore();
    for (int i = 1; i <= 5; i++) {
      memory.add(store.find("INC-" + i).orElseThrow());
    }
    memory.link("INC-2", "RELATED_TO", "INC-4", SomeIncidents.MORNING);
    assertThat(memory.inThread(thread, Actor.SYSTEM))
        .extracting(Incident::number)
        .containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
  }

  @Test
  void aThreadDoesNotLeadThroughWhatIsHiddenToWhatIsLinkedToIt() {
    add("INC-1", Status.NEW, null);
    add("INC-2", Status.NEW, null);
    add("INC-3", Status.NEW, null);
    var thread = store.find("INC-1").orElseThrow().thread();
    DATABASE
        .jdbc()
        .sql("update itsm.incident set thread = ? where number = 'INC-2'")
        .param(thread)
        .update();
    store.link("INC-2", "RELATED_TO", "INC-3", SomeIncidents.MORNING);
    restrictions.restrict("INC-2");
    try {
      assertThat(store.inThread(thread, AGENT))
          .extracting(Incident::number)
          .containsExactly("INC-1");
      assertThat(store.inThread(thread, new Actor("auditor", Set.of("auditors"))))
          .extracting(Incident::number)
          .containsExactly("INC-1", "INC-2", "INC-3");
    } finally {
      restrictions.lift("INC-2");
    }
  }

  @Test
  void aLinkIsTakenAwayOnceAndAlone() {
    store.link("INC-2", "RELATED_TO", "INC-1", SomeIncidents.MORNING);
    store.link("INC-2", "DUPLICATE_OF", "INC-1", SomeIncidents.MORNING);

    assertThat(families.unlink("INC-2", "RELATED_TO", "INC-1")).isTrue();
    assertThat(families.unlink("INC-2", "RELATED_TO", "INC-1")).isFalse();
    assertThat(store.links("INC-2")).containsExactly(new Link("DUPLICATE_OF", "INC-1"));
  }

  /** Each alone would be fine; together they would close a circle. */
  @RepeatedTest(5)
  void ofLinksMadeAtTheSameMomentThatWouldCloseACircleOneIsRefused() throws Exception {
    List<String> numbers = List.of("INC-1", "INC-2", "INC-3", "INC-4");
    numbers.forEach(number -> add(number, Status.NEW, null));
    var start = new CyclicBarrier(numbers.size());
    ExecutorService threads = Executors.newFixedThreadPool(numbers.size());
    try {
      var outcomes =
          threads.invokeAll(
              IntStream.range(0, numbers.size())
                  .mapToObj(
                      n -> linking(start, numbers.get(n), numbers.get((n + 1) % numbers.size())))
                  .toList(),
              60,
              TimeUnit.SECONDS);
      var refused = new java.util.ArrayList<String>();
      for (var outcome : outcomes) {
        refused.add(outcome.get());
      }
      assertThat(refused).containsOnlyOnce("incident.family-cycle");
      assertThat(refused).containsOnly("", "incident.family-cycle");
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<String> linking(CyclicBarrier start, String child, String parent) {
    return () -> {
      start.await(30, TimeUnit.SECONDS);
      try {
        DATABASE
            .transaction()
            .executeWithoutResult(status -> familiesVerbs().link(child, parent, null));
        return "";
      } catch (Refusal refusal) {
        return refusal.key();
      }
    };
  }

  private IncidentFamilies familiesVerbs() {
    var others = new OtherIncidents(store, restrictions, () -> AGENT);
    var ledger = new NoLedger();
    var steps = new FamilySteps(store, families, new StillFlow(), ledger);
    return new IncidentFamilies(store, families, steps, others, ledger);
  }

  /** Nothing is written. */
  private static final class NoLedger implements Ledger {

    @Override
    public void write(Fact fact) {}

    @Override
    public List<LedgerEntry> of(String record) {
      return List.of();
    }
  }
}
