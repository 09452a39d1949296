package org.itsmsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.audit.Engagement.Kind;
import org.itsmsuite.audit.Standing.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final AuditScope ALL = new AuditScope(Set.of(), Set.of(), Set.of(), null, null);
  private static final AuditScope SOME =
      new AuditScope(Set.of("incident"), Set.of(), Set.of(), null, null);
  private static final Set<String> AUDITORS = Set.of("auditors");

  private final List<Engagement> given = new ArrayList<>();
  private int asked;

  private final EngagementStore store =
      new EngagementStore() {
        @Override
        public void lockAll() {
          throw new UnsupportedOperationException();
        }

        @Override
        public long nextId() {
          return given.size() + 1L;
        }

        @Override
        public void add(Engagement engagement) {
          given.add(engagement);
        }

        @Override
        public void save(Engagement engagement) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Engagement> lock(long id) {
          return Optional.empty();
        }

        @Override
        public List<Engagement> of(String account) {
          asked++;
          return List.copyOf(given);
        }

        @Override
        public List<Engagement> all() {
          return given;
        }

        @Override
        public Set<String> accounts() {
          return Set.of("a");
        }
      };

  private final Standings standings = standings(false);

  private Standings standings(boolean required) {
    return new Standings(store, Clock.fixed(NOW, ZoneOffset.UTC), required);
  }

  private void engaged(Kind kind, AuditScope scope, long from, long until) {
    given.add(
        new Engagement(
            1,
            "a",
            kind,
            NOW.plusSeconds(from),
            NOW.plusSeconds(until),
            scope,
            "Audit",
            "boss",
            NOW,
            null,
            null));
  }

  @Nested
  class SomebodyWithAnotherRole {

    @Test
    void isNoAuditorAndCostsNoQuestion() {
      engaged(Kind.EXTERNAL, ALL, -10, 10);
      assertThat(standings.of("a", Set.of("cab")).state()).isEqualTo(State.NONE);
      assertThat(standings.inForce("a", Set.of("cab"))).containsExactly("cab");
      assertThat(asked).isZero();
    }
  }

  @Nested
  class WithoutAnEngagement {

    @Test
    void anAuditorReadsEverything() {
      assertThat(standings.of("a", AUDITORS).state()).isEqualTo(State.FREE);
      assertThat(standings.inForce("a", AUDITORS)).isEqualTo(AUDITORS);
    }

    @Test
    void butNotWhereOneIsRequired() {
      assertThat(standings(true).of("a", AUDITORS).state()).isEqualTo(State.MISSING);
      assertThat(standings(true).inForce("a", AUDITORS)).isEmpty();
    }

    @Test
    void somebodyInNoGroupIsNobody() {
      assertThat(standings(true).of("a", Set.of()).state()).isEqualTo(State.NONE);
      assertThat(standings.inForce("a", Set.of())).isEmpty();
    }
  }

  @Nested
  class WithOne {

    @Test
    void somebodyFromOutsideCountsAsEngaged() {
      engaged(Kind.EXTERNAL, ALL, -10, 10);
      assertThat(standings.inForce("a", Set.of())).containsExactly("engaged-auditors");
      assertThat(standings.inForce("a", AUDITORS)).containsExactly("engaged-auditors");
    }

    @Test
    void anInternalAuditorOfEverythingStaysOne() {
      engaged(Kind.INTERNAL, ALL, -10, 10);
      assertThat(standings.inForce("a", AUDITORS)).isEqualTo(AUDITORS);
    }

    @Test
    void anInternalAuditorWhoLeftTheGroupDoesNot() {
      engaged(Kind.INTERNAL, ALL, -10, 10);
      assertThat(standings.inForce("a", Set.of())).containsExactly("engaged-auditors");
    }

    @Test
    void aLimitBindsInternalAuditorsToo() {
      engaged(Kind.INTERNAL, SOME, -10, 10);
      assertThat(standings.inForce("a", AUDITORS)).containsExactly("engaged-auditors");
    }

    @Test
    void itBeginsAtItsBeginningAndIsOverAtItsEnd() {
      engaged(Kind.EXTERNAL, ALL, 0, 10);
      assertThat(standings.of("a", Set.of()).state()).isEqualTo(State.IN_FORCE);
      given.clear();
      engaged(Kind.EXTERNAL, ALL, -10, 0);
      assertThat(standings.of("a", Set.of()).state()).isEqualTo(State.EXPIRED);
      assertThat(standings.inForce("a", AUDITORS)).isEmpty();
    }

    @Test
    void oneThatIsAheadIsToldApart() {
      engaged(Kind.EXTERNAL, ALL, -10, -5);
      engaged(Kind.EXTERNAL, ALL, 5, 10);
      assertThat(standings.of("a", Set.of()).state()).isEqualTo(State.NOT_BEGUN);
    }

    @Test
    void oneThatWasEndedIsOver() {
      engaged(Kind.EXTERNAL, ALL, -10, 10);
      given.set(0, given.get(0).ended(NOW, "boss"));
      assertThat(standings.of("a", Set.of()).state()).isEqualTo(State.EXPIRED);
    }
  }
}
