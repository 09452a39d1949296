package org.itsmsuite.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.deputy.Office.day;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.deputy.Absence.Kind;
import org.itsmsuite.deputy.StandIn.Why;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeputiesTest {

  private static final Work VOTE = Work.duty("CHG-000001", "cab", "change-approval");

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private StandIn of(String account) {
    return office.deputies.of(account, VOTE);
  }

  /** As it is in the database, whatever entering would have said. */
  private void stored(String account, String group, String deputy, Kind kind) {
    office.store.add(
        new Absence(
            UUID.randomUUID(),
            account,
            group,
            deputy,
            day(1),
            kind == Kind.LEFT ? Absence.FOR_GOOD : day(6),
            kind,
            null,
            "system",
            day(1),
            true,
            false));
  }

  /** V09: D stands in for B from the first to the end of the fifth of March. */
  @Nested
  class WhileSomebodyIsAway {

    @Test
    void theDeputyActsForThemAndSaysSo() {
      office.away("b", "d", 1, 6);
      office.on(4);

      ActingFor cast = office.deputies.acting("d", "b", VOTE);

      assertThat(cast).isEqualTo(new ActingFor("d", "b")).hasToString("d for b");
      assertThat(of("d").isPresent()).as("D keeps a vote of their own").isTrue();
    }

    @Test
    void theDeputyIsRefusedTheDayAfter() {
      office.away("b", "d", 1, 6);
      office.on(6);

      assertThatThrownBy(() -> office.deputies.acting("d", "b", VOTE))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("deputy.not-in-force"));
    }

    @Test
    void itHoldsFromTheFirstInstantToBeforeTheLast() {
      office.away("b", "d", 2, 6);

      assertThat(office.at(day(2).minusNanos(1000)).deputies.of("b", VOTE).isPresent()).isTrue();
      assertThat(office.at(day(2)).deputies.of("b", VOTE).account()).isEqualTo("d");
      assertThat(office.at(day(6).minusNanos(1000)).deputies.of("b", VOTE).account())
          .isEqualTo("d");
      assertThat(office.at(day(6)).deputies.of("b", VOTE).isPresent()).isTrue();
    }

    @Test
    void nobodyElseActsForThem() {
      office.away("b", "d", 1, 6);
      assertThatThrownBy(() -> office.deputies.acting("c", "b", VOTE))
          .hasMessageContaining("c does not stand in for b");
    }

    @Test
    void withoutADeputyItIsTheGroups() {
      office.away("b", null, 1, 6);

      assertThat(of("b").why()).isEqualTo(Why.NO_DEPUTY);
      assertThat(office.deputies.recipients("b", VOTE)).containsExactly("group:cab");
    }
  }

  /** V10: who has to do with the matter otherwise decides it in nobody's place. */
  @Nested
  class TheConflicted {

    @Test
    void isPassedByAndItIsTheGroups() {
      office.away("b", "d", 1, 6);
      office.conflicted.add("d");

      assertThat(of("b").why()).isEqualTo(Why.CONFLICTED);
      assertThat(office.deputies.recipients("b", VOTE)).containsExactly("group:cab");
      assertThatThrownBy(() -> office.deputies.acting("d", "b", VOTE))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("deputy.conflicted"));
    }

    @Test
    void isNotStoodInForEither() {
      office.away("b", "d", 1, 6);
      office.conflicted.add("b");
      assertThat(of("b").why()).isEqualTo(Why.CONFLICTED);
    }
  }

  @Nested
  class ADeputyWhoIsAwayToo {

    @Test
    void isFollowedToWhoeverIsThere() {
      office.away("a", "b", 1, 6);
      office.away("b", "c", 1, 6);

      assertThat(of("a").account()).isEqualTo("c");
      assertThat(of("a").path()).containsExactly("a", "b", "c");
    }

    @Test
    void isFollowedOnlySoFar() {
      office.staff.with("e", "cab").with("f", "cab");
      office.away("a", "b", 1, 6);
      office.away("b", "c", 1, 6);
      office.away("c", "d", 1, 6);
      assertThat(of("a").account()).isEqualTo("d");

      office.away("d", "e", 1, 6);
      assertThat(of("a").why()).isEqualTo(Why.TOO_LONG);
    }

    /** V11: entering refuses it; whatever is in the database, nothing turns for ever. */
    @Test
    void isNotFollowedInACircle() {
      stored("a", null, "b", Kind.AWAY);
      stored("b", null, "a", Kind.AWAY);

      assertThat(of("a").why()).isEqualTo(Why.CYCLE);
      assertThat(of("a").path()).containsExactly("a", "b");
    }
  }

  @Nested
  class Groups {

    @Test
    void awayFromOneIsThereForTheOther() {
      office.away("b", "second-level", "specialist", 1, 6);

      assertThat(of("b").isPresent()).isTrue();
      assertThat(office.deputies.of("b", Work.on("INC-000001", "second-level")).account())
          .isEqualTo("specialist");
    }

    @Test
    void whatIsEnteredForTheGroupComesFirst() {
      office.away("b", "d", 1, 6);
      office.away("b", "second-level", "engineer", 1, 6);

      assertThat(office.deputies.of("b", Work.on("INC-000001", "second-level")).account())
          .isEqualTo("engineer");
    }

    @Test
    void aDeputyWhoHasLostTheGroupStandsInNoMore() {
      office.away("b", "cab", "d", 1, 6);
      office.staff.with("d", "customers");
      assertThat(of("b").why()).isEqualTo(Why.NOT_OF_GROUP);
    }

    @Test
    void aTaskOfSeveralIsOursAsLongAsOneOfThemIs() {
      office.away("b", "second-level", "specialist", 1, 6);
      var either = Work.task(null, java.util.List.of("cab", "second-level"), null, null);
      assertThat(office.deputies.of("b", either).isPresent()).isTrue();
    }

    @Test
    void whoeverIsGoneForGoodIsNobody() {
      stored("b", null, null, Kind.LEFT);
      assertThat(office.on(300).deputies.of("b", VOTE).why()).isEqualTo(Why.LEFT);
    }

    @Test
    void aDeputyWithoutAnAccountIsNobody() {
      office.away("b", "d", 1, 6);
      office.staff.goes("d");
      assertThat(of("b").why()).isEqualTo(Why.LEFT);
    }
  }

  @Nested
  class ARestrictedRecord {

    @Test
    void isForDeputiesWhomItConcernsOnly() {
      office.away("b", "d", 1, 6);
      office.restrictions.restrict("CHG-000001");
      assertThat(of("b").why()).isEqualTo(Why.NOT_CONCERNED);

      office.restrictions.name("CHG-000001", "user:d");
      assertThat(of("b").account()).isEqualTo("d");
    }
  }

  @Nested
  class ToldAsAGroup {

    @Test
    void isJustTheGroupWhileAnybodyIsThere() {
      office.away("b", "cab", "d", 1, 6);
      assertThat(office.deputies.recipientsOf("cab", "CHG-000001")).containsExactly("group:cab");
    }

    @Test
    void isNobodyWhenAllAreAwayAndNobodyStandsIn() {
      office.away("specialist", null, 1, 6);
      office.away("b", "second-level", null, 1, 6);
      assertThat(office.deputies.recipientsOf("second-level", "INC-000001")).isEmpty();

      office.on(6);
      assertThat(office.deputies.recipientsOf("second-level", "INC-000001"))
          .isEqualTo(Set.of("group:second-level"));
    }

    @Test
    void reachesTheDeputyOfTheOnlyMember() {
      office.staff.with("b", "cab");
      office.away("specialist", "engineer", 1, 6);
      assertThat(
              office
                  .at(day(1).plus(Duration.ofHours(10)))
                  .deputies
                  .recipientsOf("second-level", "INC-000001"))
          .containsExactlyInAnyOrder("user:engineer", "group:second-level");
    }
  }
}
