package org.itsmsuite.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.itsmsuite.calendar.CalendarVersionStore.Stored;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConfiguredCalendarsTest {

  private static final Instant MORNING = Instant.parse("2026-03-06T08:00:00Z");
  private static final String NINE_TO_FIVE = "{zone: UTC, hours: {MON: [\"09:00-17:00\"]}}";
  private static final String NINE_TO_SIX = "{zone: UTC, hours: {MON: [\"09:00-18:00\"]}}";

  private final InMemoryCalendarVersions store = new InMemoryCalendarVersions();

  private ConfiguredCalendars started(String desk) {
    return started(store, desk);
  }

  private static ConfiguredCalendars started(CalendarVersionStore store, String desk) {
    return new ConfiguredCalendars(
        new ContentInMemory().with("config/calendars/desk.yaml", desk),
        store,
        Clock.fixed(MORNING, ZoneOffset.UTC));
  }

  private ConfiguredCalendars started(String desk, String onCall) {
    return new ConfiguredCalendars(
        new ContentInMemory()
            .with("config/calendars/desk.yaml", desk)
            .with("config/calendars/on-call.yaml", onCall),
        store,
        Clock.fixed(MORNING, ZoneOffset.UTC));
  }

  @Nested
  class AtTheFirstStart {

    @Test
    void aFileBecomesVersionOneOfTheCalendarOfItsName() {
      CalendarVersion version = started(NINE_TO_FIVE).current("desk");

      assertThat(version)
          .isEqualTo(new CalendarVersion("desk", 1, CalendarFormat.parse(NINE_TO_FIVE)));
      assertThat(store.newest("desk").map(Stored::createdAt)).contains(MORNING);
    }
  }

  @Nested
  class AtALaterStart {

    @Test
    void theSameContentKeepsItsVersion() {
      started(NINE_TO_FIVE);

      assertThat(
              started("# said anew\nhours:\n  MON: ['09:00-17:00']\nzone: UTC\n")
                  .current("desk")
                  .version())
          .isEqualTo(1);
    }

    @Test
    void anotherContentIsTheNextVersionAndTheOldOneStays() {
      started(NINE_TO_FIVE);
      Calendars calendars = started(NINE_TO_SIX);

      assertThat(calendars.current("desk").version()).isEqualTo(2);
      assertThat(calendars.version("desk", 1).calendar())
          .isEqualTo(CalendarFormat.parse(NINE_TO_FIVE));
      assertThat(calendars.version("desk", 2)).isEqualTo(calendars.current("desk"));
    }

    @Test
    void aSaturdayForThoseOnCallChangesNobodyElsesCalendarK16() {
      started(NINE_TO_FIVE, NINE_TO_FIVE);
      Calendars calendars =
          started(
              NINE_TO_FIVE, "{zone: UTC, hours: {MON: [\"09:00-17:00\"], SAT: [\"09:00-17:00\"]}}");

      assertThat(calendars.current("on-call").version()).isEqualTo(2);
      assertThat(calendars.current("desk").version()).isEqualTo(1);
      assertThat(calendars.current("desk").calendar())
          .isEqualTo(CalendarFormat.parse(NINE_TO_FIVE));
      assertThat(calendars.version("on-call", 1).calendar())
          .isEqualTo(CalendarFormat.parse(NINE_TO_FIVE));
    }

    @Test
    void goingBackToAnEarlierContentIsANewVersion() {
      started(NINE_TO_FIVE);
      started(NINE_TO_SIX);

      assertThat(started(NINE_TO_FIVE).current("desk").version()).isEqualTo(3);
    }

    @Test
    void aCalendarWhoseFileIsGoneIsNotInForceButStaysForItsClocks() {
      started(NINE_TO_FIVE);
      var calendars =
          new ConfiguredCalendars(
              new ContentInMemory().with("config/calendars/other.yaml", NINE_TO_SIX),
              store,
              Clock.fixed(MORNING, ZoneOffset.UTC));

      assertThatThrownBy(() -> calendars.current("desk"))
          .isInstanceOf(UnknownCalendarException.class);
      assertThat(calendars.version("desk", 1).calendar())
          .isEqualTo(CalendarFormat.parse(NINE_TO_FIVE));
    }

    @Test
    void anotherNodeMayBeFaster() {
      var busy =
          new CalendarVersionStore() {
            @Override
            public Optional<Stored> newest(String name) {
              return store.newest(name);
            }

            @Override
            public Optional<Stored> find(String name, int version) {
              return store.find(name, version);
            }

            @Override
            public boolean add(Stored version) {
              store.add(version);
              return false;
            }
          };

      assertThat(started(busy, NINE_TO_FIVE).current("desk").version()).isEqualTo(1);
    }
  }

  @Test
  void anUnknownCalendarIsRefusedAndTheKnownOnesNamed() {
    Calendars calendars = started(NINE_TO_FIVE);

    assertThatThrownBy(() -> calendars.current("night"))
        .isInstanceOf(UnknownCalendarException.class)
        .hasMessageContaining("'night'")
        .hasMessageContaining("desk")
        .extracting("key")
        .isEqualTo("calendar.unknown");
    assertThatThrownBy(() -> calendars.current(null)).isInstanceOf(UnknownCalendarException.class);
    assertThatThrownBy(() -> calendars.version("desk", 7))
        .isInstanceOf(UnknownCalendarException.class)
        .hasMessageContaining("version 7");
  }

  @Test
  void aFaultyFileStopsTheStartBeforeAnythingIsKept() {
    var content =
        new ContentInMemory()
            .with("config/calendars/desk.yaml", NINE_TO_FIVE)
            .with("config/calendars/night.yaml", "{zone: Moon, hours: {MON: [\"09:00-17:00\"]}}");

    assertThatThrownBy(
            () -> new ConfiguredCalendars(content, store, Clock.fixed(MORNING, ZoneOffset.UTC)))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("config/calendars/night.yaml: zone:")
        .hasMessageContaining("calendar.unknown-zone");
    assertThat(store.newest("desk")).isEmpty();
  }

  @Test
  void aFileOfAnotherNameIsRefused() {
    for (String name : new String[] {"Desk.yaml", "desk.yml", "north/desk.yaml"}) {
      var content = new ContentInMemory().with("config/calendars/" + name, NINE_TO_FIVE);

      assertThatThrownBy(
              () -> new ConfiguredCalendars(content, store, Clock.fixed(MORNING, ZoneOffset.UTC)))
          .hasMessageContaining(name)
          .hasMessageContaining("calendar.bad-file-name");
    }
  }
}
