package org.itsmsuite.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.SimilarCandidates.Candidate;
import org.itsmsuite.incident.SomeIncidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarCandidatesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Actor AGENT = new Actor("agent", Set.of("service-desk"));
  private static final Scope EVERYTHING = Scope.allFor(AGENT);

  private final Restrictions restrictions = RestrictionsInDatabase.of(DATABASE);
  private final JdbcIncidentStore store = new JdbcIncidentStore(DATABASE.jdbc(), restrictions);
  private final JdbcSimilarCandidates candidates =
      new JdbcSimilarCandidates(DATABASE.jdbc(), restrictions);
  private final Incident asked = incident("INC-9", Status.NEW, "email", "Server 3");

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table : List.of("incident", "restricted_record", "record_concerned")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
    store.add(asked);
  }

  private static Incident incident(
      String number, Status status, String service, String configurationItem) {
    return SomeIncidents.with(number, status, null, "E-mail", service, configurationItem);
  }

  private void add(String number, String service, String configurationItem) {
    store.add(incident(number, Status.NEW, service, configurationItem));
  }

  private void withOtherCustomer(String number) {
    DATABASE
        .jdbc()
        .sql("update itsm.incident set customer = 'other' where number = ?")
        .param(number)
        .update();
  }

  private List<String> found(Scope scope, int most) {
    return candidates.of(asked, scope, most).stream().map(Candidate::number).sorted().toList();
  }

  @Test
  void areOfTheSameServiceItemOrCustomerEachOnce() {
    add("INC-1", "email", "Server 3");
    add("INC-2", "email", null);
    add("INC-3", "printing", "Server 3");
    add("INC-4", "printing", null);
    add("INC-5", "printing", "Server 4");
    List.of("INC-2", "INC-3", "INC-5").forEach(this::withOtherCustomer);

    assertThat(found(EVERYTHING, 10)).containsExactly("INC-1", "INC-2", "INC-3", "INC-4");
  }

  @Test
  void doNotIncludeTheIncidentItself() {
    assertThat(found(EVERYTHING, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CLOSED", "CANCELLED"})
  void areNotDoneWith(Status status) {
    store.add(incident("INC-1", status, "email", null));

    assertThat(found(EVERYTHING, 10)).isEmpty();
  }

  @Test
  void areNoMoreThanAskedForOfEachKind() {
    for (int i = 1; i <= 5; i++) {
      add("INC-1" + i, "email", null);
    }

    assertThat(found(EVERYTHING, 2)).hasSizeLessThanOrEqualTo(4).isNotEmpty();
  }

  @Test
  void areOnlyThoseThePersonMaySee() {
    add("INC-1", "email", null);
    var suppliers = new Actor("supplier-1", Set.of("suppliers"));
    var ofTheirGroup = new Scope(suppliers, false, null, null, Set.of("suppliers"));

    assertThat(found(ofTheirGroup, 10)).isEmpty();
    DATABASE.jdbc().sql("update itsm.incident set support_group = 'suppliers'").update();
    assertThat(found(ofTheirGroup, 10)).containsExactly("INC-1");
  }

  @Test
  void areNotRestrictedToOthers() {
    add("INC-1", "email", null);
    restrictions.restrict("INC-1");
    assertThat(found(EVERYTHING, 10)).isEmpty();

    restrictions.name("INC-1", "user:agent");
    assertThat(found(EVERYTHING, 10)).containsExactly("INC-1");
  }

  @Test
  void ofAnIncidentWithoutAnItemAreFoundToo() {
    add("INC-1", "email", null);
    var without = incident("INC-8", Status.NEW, "email", null);

    assertThat(candidates.of(without, EVERYTHING, 10))
        .extracting(Candidate::number)
        .containsExactlyInAnyOrder("INC-1", "INC-9");
  }
}
