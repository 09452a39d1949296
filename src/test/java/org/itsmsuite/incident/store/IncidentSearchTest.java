package org.itsmsuite.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Assessment;
import org.itsmsuite.incident.Assignment;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.IncidentSearch.Sort;
import org.itsmsuite.incident.Report;
import org.itsmsuite.incident.Status;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who finds which incidents by what, and in which order. */
class IncidentSearchTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final Restrictions restrictions = RestrictionsInDatabase.of(DATABASE);
  private final JdbcIncidentStore store = new JdbcIncidentStore(DATABASE.jdbc(), restrictions);
  private int opened;

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void someIncidents() {
    IncidentStoreTest.empty(DATABASE);
    add("INC-1", "Printer 100% dead", Status.NEW, "P3", "service-desk", "anna", "anna", "north");
    add("INC-2", "Door_lock stuck", Status.WAITING, "P1", "second-level", "ben", "anna", "south");
    add("INC-3", "printer jams!", Status.CLOSED, null, null, "ben", "ben", "north");
    add("INC-4", "PRINTER smells", Status.ASSIGNED, "P2", "third-level", "carl", "carl", "east");
    due("INC-1", MORNING.plusSeconds(300), null);
    due("INC-4", MORNING.plusSeconds(100), MORNING);
    dueOf("RESPONSE", "INC-4", MORNING.plusSeconds(400), null);
    due("INC-2", MORNING.plusSeconds(200), null);
  }

  private void add(
      String number,
      String title,
      Status status,
      String priority,
      String group,
      String requester,
      String reporter,
      String customer) {
    var base = IncidentStoreTest.bare(number);
    store.add(
        new Incident(
            number,
            base.thread(),
            MORNING.plusSeconds(opened++),
            new Report(
                title,
                null,
                "email",
                customer,
                null,
                IncidentKind.INTERRUPTION,
                "api",
                requester,
                reporter,
                false),
            status,
            new Assessment(
                null, null, Impact.HIGH, Urgency.HIGH, priority, false, null, false, false),
            new Assignment(group, null, 1, 0),
            null,
            base.outcome(),
            null,
            base.family(),
            0));
  }

  private void due(String number, Instant due, Instant met) {
    dueOf("RESOLUTION", number, due, met);
  }

  private void dueOf(String kind, String number, Instant due, Instant met) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into itsm.sla_clock (id, record, kind, run, bundle, priority, level, target, allowed, calendar,
              calendar_version, pause_reasons, priority_change, reopening, downgrade_limit, started_at, due_at,
              generation, generation_since, met_at)
            values (:id, :record, :kind, 'r', 'b', 'P3', 1, 60, 60, 'c', 1, '', 'RETROACTIVE', 'CONTINUE', 75,
              :at, :due, 1, :at, :met)
            """)
        .param("id", UUID.randomUUID())
        .param("record", number)
        .param("kind", kind)
        .param("at", MORNING.atOffset(java.time.ZoneOffset.UTC))
        .param("due", due.atOffset(java.time.ZoneOffset.UTC))
        .param("met", met == null ? null : met.atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private List<String> found(IncidentSearch search) {
    return store.search(search).incidents().stream().map(Incident::number).toList();
  }

  private IncidentSearch search(
      String priority, String group, String text, Scope scope, Status... statuses) {
    return new IncidentSearch(
        Arrays.asList(statuses), priority, group, false, text, scope, Sort.NUMBER, false, 0, 20);
  }

  private List<String> withText(String text) {
    return found(search(null, null, text, Scope.ALL));
  }

  private List<String> within(Scope scope) {
    return found(search(null, null, null, scope));
  }

  private List<String> sorted(Sort sort, boolean descending) {
    return found(
        new IncidentSearch(List.of(), null, null, false, null, Scope.ALL, sort, descending, 0, 20));
  }

  @Test
  void findsAllWithoutARestriction() {
    assertThat(found(search(null, null, null, Scope.ALL)))
        .containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
  }

  @Test
  void filters() {
    assertThat(found(search("P1", null, null, Scope.ALL))).containsExactly("INC-2");
    assertThat(found(search(null, "third-level", null, Scope.ALL))).containsExactly("INC-4");
    assertThat(found(search(null, null, null, Scope.ALL, Status.NEW, Status.CLOSED)))
        .containsExactly("INC-1", "INC-3");
    assertThat(found(search("P1", "third-level", null, Scope.ALL))).isEmpty();
  }

  @Test
  void findsMajorIncidentsAlone() {
    DATABASE.jdbc().sql("update itsm.incident set major = true where number = 'INC-3'").update();

    assertThat(
            found(
                new IncidentSearch(
                    List.of(), null, null, true, null, Scope.ALL, Sort.NUMBER, false, 0, 20)))
        .containsExactly("INC-3");
  }

  @Test
  void looksForTextInTitleAndNumberIgnoringCase() {
    assertThat(withText("printer")).containsExactly("INC-1", "INC-3", "INC-4");
    assertThat(withText("inc-2")).containsExactly("INC-2");
    assertThat(withText("  Smells ")).containsExactly("INC-4");
  }

  @Test
  void takesSignsOfThePatternAsText() {
    assertThat(withText("100%")).containsExactly("INC-1");
    assertThat(withText("%")).containsExactly("INC-1");
    assertThat(withText("_")).containsExactly("INC-2");
    assertThat(withText("!")).containsExactly("INC-3");
    assertThat(withText("\\")).isEmpty();
    assertThat(withText("' or '1' = '1")).isEmpty();
  }

  @Test
  void sorts() {
    assertThat(sorted(Sort.OPENED, false)).containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
    assertThat(sorted(Sort.OPENED, true)).containsExactly("INC-4", "INC-3", "INC-2", "INC-1");
    assertThat(sorted(Sort.PRIORITY, false)).containsExactly("INC-2", "INC-4", "INC-1", "INC-3");
    assertThat(sorted(Sort.NUMBER, true)).containsExactly("INC-4", "INC-3", "INC-2", "INC-1");
  }

  @Test
  void sortsByTheEarliestDueThatStillCountsAndPutsTheRestLast() {
    assertThat(sorted(Sort.DUE, false)).containsExactly("INC-2", "INC-1", "INC-4", "INC-3");
    assertThat(sorted(Sort.DUE, true)).containsExactly("INC-4", "INC-1", "INC-2", "INC-3");
  }

  @Test
  void pagesAndCountsAll() {
    var page =
        store.search(
            new IncidentSearch(
                List.of(), null, null, false, "printer", Scope.ALL, Sort.NUMBER, false, 1, 2));
    assertThat(page.incidents()).extracting(Incident::number).containsExactly("INC-4");
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void seesOwnOrganisationsAndGroupsTogether() {
    assertThat(within(new Scope(Actor.SYSTEM, false, "anna", null, Set.of())))
        .containsExactly("INC-1", "INC-2");
    assertThat(within(new Scope(Actor.SYSTEM, false, null, "north", Set.of())))
        .containsExactly("INC-1", "INC-3");
    assertThat(within(new Scope(Actor.SYSTEM, false, null, null, Set.of("third-level", "x"))))
        .containsExactly("INC-4");
    assertThat(within(new Scope(Actor.SYSTEM, false, "ben", "east", Set.of("service-desk"))))
        .containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
    assertThat(within(new Scope(Actor.SYSTEM, false, null, null, Set.of()))).isEmpty();
  }

  @Test
  void neitherFindsNorCountsWhatTheViewerMayNotKnowOf() {
    var viewer = new Actor("ben", Set.of("service-desk"));
    restrictions.restrict("INC-2");
    restrictions.restrict("INC-3");
    restrictions.worksOn("INC-3", "service-desk");
    var all = search(null, null, null, Scope.allFor(viewer));

    assertThat(found(all)).containsExactly("INC-1", "INC-3", "INC-4");
    assertThat(store.search(all).total()).isEqualTo(3);
    assertThat(found(search("P1", null, null, Scope.allFor(viewer)))).isEmpty();
    assertThat(found(search(null, null, "inc-2", Scope.allFor(viewer)))).isEmpty();
    assertThat(within(new Scope(viewer, false, "anna", null, Set.of("service-desk"))))
        .doesNotContain("INC-2");
    assertThat(store.priorities(viewer)).doesNotContain("P1");
    assertThat(store.priorities(Actor.SYSTEM)).contains("P1");
  }

  @Test
  void seesTheSameAsTheScopeCovers() {
    for (Scope scope :
        List.of(
            Scope.ALL,
            new Scope(Actor.SYSTEM, false, "anna", null, Set.of()),
            new Scope(Actor.SYSTEM, false, null, "north", Set.of("second-level")),
            new Scope(Actor.SYSTEM, false, null, null, Set.of()))) {
      assertThat(within(scope))
          .isEqualTo(
              List.of("INC-1", "INC-2", "INC-3", "INC-4").stream()
                  .filter(number -> scope.covers(store.find(number).orElseThrow()))
                  .toList());
    }
  }
}
