package org.itsmsuite.restriction.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.itsmsuite.restriction.Restrictions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One rule, in the database and in memory. */
class RestrictionsTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00.123456Z");

  private static final Actor AGENT = new Actor("agent", Set.of("service-desk"));
  private static final Actor OFFICER = new Actor("security-officer", Set.of("security-team"));
  private static final Actor AUDITOR = new Actor("auditor", Set.of("auditors"));
  private static final Actor ADMIN = new Actor("admin", Set.of("camunda-admin"));
  private static final Actor MANAGER =
      new Actor("incident-manager", Set.of("incident-managers", "third-level"));

  abstract static class Rule {

    final HandSetClock clock = new HandSetClock(NINE);
    Restrictions restrictions;

    @Test
    void everybodyKnowsOfWhatIsNotRestricted() {
      assertThat(restrictions.isRestricted("INC-1")).isFalse();
      assertThat(restrictions.since("INC-1")).isEmpty();
      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();
      assertThat(restrictions.hidden(AGENT, List.of("INC-1", "INC-2"))).isEmpty();
    }

    @Test
    void nobodyButTheAccessTablesReadersKnowsOfARestrictedRecord() {
      restrictions.restrict("INC-1");

      assertThat(restrictions.isRestricted("INC-1")).isTrue();
      for (Actor one : List.of(AGENT, ADMIN, MANAGER)) {
        assertThat(restrictions.mayKnow(one, "INC-1")).as(one.id()).isFalse();
      }
      for (Actor one : List.of(OFFICER, AUDITOR, Actor.SYSTEM)) {
        assertThat(restrictions.mayKnow(one, "INC-1")).as(one.id()).isTrue();
      }
    }

    @Test
    void thoseNamedKnowOfItForGood() {
      restrictions.restrict("INC-1");
      restrictions.name("INC-1", "user:agent");
      restrictions.name("INC-1", "user:agent");
      restrictions.name("INC-1", "group:third-level");
      restrictions.worksOn("INC-1", "security-team");

      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();
      assertThat(restrictions.mayKnow(MANAGER, "INC-1")).isTrue();
      assertThat(restrictions.mayKnow(ADMIN, "INC-1")).isFalse();
      assertThat(restrictions.concerned("INC-1"))
          .containsExactly("group:security-team", "group:third-level", "user:agent");
    }

    @Test
    void aGroupKnowsOfItAsLongAsItWorksOnIt() {
      restrictions.restrict("INC-1");
      restrictions.worksOn("INC-1", "service-desk");
      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();

      restrictions.worksOn("INC-1", "third-level");
      restrictions.worksOn("INC-1", "third-level");

      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isFalse();
      assertThat(restrictions.mayKnow(MANAGER, "INC-1")).isTrue();
      assertThat(restrictions.concerned("INC-1")).containsExactly("group:third-level");
    }

    @Test
    void aGroupThatIsNamedAndWorksStaysWhenItNoLongerWorks() {
      restrictions.restrict("INC-1");
      restrictions.name("INC-1", "group:service-desk");
      restrictions.worksOn("INC-1", "service-desk");
      restrictions.worksOn("INC-1", "third-level");

      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();
    }

    @Test
    void nobodyIsConcernedByWhatIsNotRestricted() {
      restrictions.name("INC-1", "user:agent");
      restrictions.worksOn("INC-1", "service-desk");
      restrictions.restrict("INC-1");

      assertThat(restrictions.concerned("INC-1")).isEmpty();
      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isFalse();
    }

    @Test
    void staysRestrictedSinceTheFirstTime() {
      restrictions.restrict("INC-1");
      restrictions.name("INC-1", "user:agent");
      clock.forward(Duration.ofHours(1));
      restrictions.restrict("INC-1");

      assertThat(restrictions.since("INC-1")).contains(NINE);
      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();
    }

    @Test
    void hiddenOnesAreFoundAmongMany() {
      restrictions.restrict("INC-1");
      restrictions.restrict("INC-2");
      restrictions.name("INC-2", "user:agent");
      var all = List.of("INC-1", "INC-2", "INC-3");

      assertThat(restrictions.hidden(AGENT, all)).containsExactly("INC-1");
      assertThat(restrictions.hidden(OFFICER, all)).isEmpty();
      assertThat(restrictions.hidden(AGENT, List.of())).isEmpty();
      assertThat(restrictions.knownTo(AGENT, all, number -> number))
          .containsExactly("INC-2", "INC-3");
    }

    @Test
    void anAccountCalledLikeAGroupIsNotTheGroup() {
      restrictions.restrict("INC-1");
      restrictions.name("INC-1", "group:third-level");

      assertThat(restrictions.mayKnow(new Actor("third-level", Set.of()), "INC-1")).isFalse();
    }
  }

  @Nested
  class InMemory extends Rule {

    @BeforeEach
    void none() {
      restrictions = new InMemoryRestrictions(RestrictionsInDatabase.SHIPPED, clock);
    }
  }

  @Nested
  class InTheDatabase extends Rule {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterAll
    static void removeDatabase() {
      DATABASE.close();
    }

    @BeforeEach
    void none() {
      DATABASE.jdbc().sql("delete from itsm.restricted_record").update();
      DATABASE.jdbc().sql("delete from itsm.record_concerned").update();
      restrictions = RestrictionsInDatabase.of(DATABASE, clock);
    }

    private List<String> known(Actor actor) {
      var known = restrictions.known(actor, "n.number");
      return DATABASE
          .jdbc()
          .sql(
              "select n.number from (values ('INC-1'), ('INC-2'), ('INC-3')) as n (number) where "
                  + known.sql()
                  + " order by 1")
          .params(known.params())
          .query(String.class)
          .list();
    }

    @Test
    void theConditionKeepsOutWhatIsHidden() {
      restrictions.restrict("INC-1");
      restrictions.restrict("INC-2");
      restrictions.name("INC-2", "group:service-desk");

      assertThat(known(AGENT)).containsExactly("INC-2", "INC-3");
      assertThat(known(ADMIN)).containsExactly("INC-3");
      for (Actor one : List.of(OFFICER, AUDITOR, Actor.SYSTEM)) {
        assertThat(known(one)).as(one.id()).containsExactly("INC-1", "INC-2", "INC-3");
      }
    }

    @Test
    void aStepThatAskedBeforeSeesItsOwnRestriction() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              step -> {
                assertThat(restrictions.mayKnow(AGENT, "INC-1")).isTrue();
                restrictions.restrict("INC-1");
                assertThat(restrictions.mayKnow(AGENT, "INC-1")).isFalse();
              });
      assertThat(restrictions.mayKnow(AGENT, "INC-1")).isFalse();
    }

    @Test
    void aStepThatIsRolledBackHasRestrictedNothing() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              step -> {
                restrictions.restrict("INC-1");
                assertThat(restrictions.isRestricted("INC-1")).isTrue();
                step.setRollbackOnly();
              });
      assertThat(restrictions.isRestricted("INC-1")).isFalse();
    }

    @Test
    void aStepRemembersNothingOfTheOneItInterrupts() {
      var beside = new TransactionTemplate(DATABASE.transactions());
      beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      DATABASE
          .transaction()
          .executeWithoutResult(
              outer -> {
                assertThat(restrictions.isRestricted("INC-1")).isFalse();
                beside.executeWithoutResult(
                    inner -> {
                      restrictions.restrict("INC-1");
                      assertThat(restrictions.isRestricted("INC-1")).isTrue();
                    });
                assertThat(restrictions.isRestricted("INC-2")).isFalse();
              });
      assertThat(restrictions.isRestricted("INC-1")).isTrue();
    }

    @Test
    void aStepAsksTheDatabaseOnce() {
      DATABASE
          .transaction()
          .executeWithoutResult(
              step -> {
                assertThat(restrictions.isRestricted("INC-1")).isFalse();
                DATABASE
                    .jdbc()
                    .sql(
                        "insert into itsm.restricted_record (record, restricted_at)"
                            + " values ('INC-1', current_timestamp)")
                    .update();
                assertThat(restrictions.isRestricted("INC-1")).isFalse();
              });
      assertThat(restrictions.isRestricted("INC-1")).isTrue();
    }
  }
}
