package org.itsmsuite.deputy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.deputy.store.AbsenceStores;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.restriction.InMemoryRestrictions;

/** A board and a service desk, with absences in a database; the clock stands until it is set. */
class Office implements AutoCloseable {

  /** A Monday. */
  static final Instant MARCH_1 = Instant.parse("2027-03-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private Instant now = MARCH_1.plus(Duration.ofHours(9));
  private Actor actor = new Actor("change-manager", Set.of("change-managers"));

  final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  final Staff staff =
      new Staff()
          .with("change-manager", "change-managers")
          .with("chair", "cab", "cab-chairs")
          .with("a", "cab")
          .with("b", "cab", "second-level")
          .with("c", "cab")
          .with("d", "cab")
          .with("specialist", "second-level")
          .with("engineer", "third-level")
          .with("requester", "customers");
  final AbsenceStore store = AbsenceStores.of(database.jdbc());
  final InMemoryLedger ledger = new InMemoryLedger(() -> actor, clock);
  final InMemoryNotifications messages =
      new InMemoryNotifications(new NotificationTemplates(new ClassPathContent()));
  final Access access = Access.read(new ClassPathContent());
  final InMemoryRestrictions restrictions = new InMemoryRestrictions(access, clock);
  final Set<String> conflicted = new HashSet<>();
  final List<Conflicts> conflicts =
      new ArrayList<>(List.of((account, work) -> conflicted.contains(account)));
  final List<String> moved = new ArrayList<>();
  final DeputyRules rules =
      new DeputyRules(
          Map.of("second-level", Set.of("third-level")),
          3,
          Duration.ofHours(24),
          Duration.ofDays(731));
  final Deputies deputies = new Deputies(store, rules, staff, restrictions, conflicts, clock);
  private final AbsenceRights rights = new AbsenceRights(access, () -> actor);
  final DeputyNews news = new DeputyNews(messages, ZoneOffset.UTC);
  final Absences absences =
      new Absences(
          store,
          new AbsenceCheck(store, rules, staff, access, ZoneOffset.UTC),
          rights,
          new Moves(),
          news,
          ledger,
          clock);

  private final class Moves implements HandedOn {

    @Override
    public void absenceBegins(UUID absence) {
      moved.add("begins");
      store.begun(absence);
    }

    @Override
    public void absenceEnds(Absence absence) {
      moved.add("ends");
    }

    @Override
    public void passOn(String account, String group) {
      moved.add(account);
    }
  }

  Office at(Instant instant) {
    now = instant;
    return this;
  }

  Office on(int dayOfMarch) {
    return at(day(dayOfMarch).plus(Duration.ofHours(9)));
  }

  static Instant day(int dayOfMarch) {
    return MARCH_1.plus(Duration.ofDays(dayOfMarch - 1L));
  }

  void as(String account) {
    actor = new Actor(account, staff.groupsOf(account));
  }

  /** From the beginning of the one day to the beginning of the other. */
  Absence away(String account, String deputy, int from, int until) {
    return away(account, null, deputy, from, until);
  }

  Absence away(String account, String group, String deputy, int from, int until) {
    return database
        .transaction()
        .execute(
            status ->
                absences.enter(
                    new NewAbsence(
                        account, group, deputy, day(from), day(until), "In the mountains")));
  }

  void calledOff(Absence absence) {
    database.transaction().executeWithoutResult(status -> absences.callOff(absence.id()));
  }

  @Override
  public void close() {
    database.close();
  }
}
