package org.itsmsuite.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementsTest {

  private static final String ONE =
      """
      zone: Europe/Amsterdam
      agreements:
        - id: care
          name: Care
          counterparty: {kind: CUSTOMER, id: north}
          services: [email, advice]
          validFrom: 2026-01-01
          validUntil: 2027-01-01
          approvedBy: service-level-managers
          approvedOn: 2025-12-01
          contract: C-1
          requirements:
            - {id: quick, services: [email], text: Mail is needed all day.}
          targets:
            - {requirement: quick, target: PT4H, calendar: office}
      """;

  private static Agreements read(String text) {
    var content =
        new ContentInMemory()
            .with(
                "config/support-groups.yaml",
                "supportGroups: [{id: desk, name: Desk, level: 1, manager: boss}]")
            .with("config/customers.yaml", "customers: [{id: north, name: North}]")
            .with(
                "config/services.yaml",
                "services: [{id: email, name: E-mail, customers: [north], supportGroup: desk},"
                    + " {id: advice, name: Advice, customers: [north], supportGroup: desk}]")
            .with("config/calendars/office.yaml", "zone: UTC");
    return read(text == null ? content : content.with("config/agreements.yaml", text));
  }

  private static Agreements read(ContentSource content) {
    var groups = new ConfiguredSupportGroups(content);
    return Agreements.read(content, new ConfiguredCatalogue(content, groups), groups);
  }

  @Nested
  class Read {

    @Test
    void holdWhatTheFileSays() {
      Agreement care = read(ONE).find("care").orElseThrow();

      assertThat(care.counterparty())
          .isEqualTo(new Counterparty(CounterpartyKind.CUSTOMER, "north"));
      assertThat(care.services()).containsExactly("email", "advice");
      assertThat(care.validFrom()).isEqualTo("2026-01-01");
      assertThat(care.validUntil()).isEqualTo("2027-01-01");
      assertThat(care.approvedBy()).isEqualTo("service-level-managers");
      assertThat(care.approvedOn()).isEqualTo(LocalDate.of(2025, 12, 1));
      assertThat(care.contract()).isEqualTo("C-1");
      assertThat(care.requirements())
          .containsExactly(
              new ServiceRequirement("quick", List.of("email"), "Mail is needed all day."));
      assertThat(care.targets())
          .containsExactly(new UnmeasuredTarget("quick", Duration.ofHours(4), "office"));
    }

    @Test
    void areNoneWithoutAFile() {
      assertThat(read((String) null).all()).isEmpty();
    }

    @Test
    void areShippedWithAllKindsOfCounterparties() {
      assertThat(read(new ClassPathContent()).all())
          .extracting(agreement -> agreement.counterparty().kind())
          .contains(CounterpartyKind.values());
    }

    @ParameterizedTest
    @EnumSource(CounterpartyKind.class)
    void takeEachKindOfCounterparty(CounterpartyKind kind) {
      String party = "kind: %s, id: %s".formatted(kind, kind.isCustomer() ? "north" : "desk");

      assertThat(read(ONE.replace("kind: CUSTOMER, id: north", party)).all())
          .extracting(agreement -> agreement.counterparty().kind())
          .containsExactly(kind);
    }
  }

  @Nested
  class Valid {

    /** From is inclusive, until is exclusive, both are days in the file's zone. */
    @ParameterizedTest
    @CsvSource({
      "2025-12-31T22:59:59Z, it is valid from 2026-01-01 only",
      "2025-12-31T23:00:00Z, ",
      "2026-12-31T22:59:59Z, ",
      "2026-12-31T23:00:00Z, it is valid until before 2027-01-01"
    })
    void areByTheDayTheRecordWasOpened(Instant opened, String gap) {
      assertThat(read(ONE).gap("care", opened).orElse(null)).isEqualTo(gap);
    }

    @Test
    void areForeverWhileNoEndIsAgreed() {
      var open = read(ONE.replace("    validUntil: 2027-01-01\n", ""));

      assertThat(open.gap("care", Instant.parse("2150-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void areOnlyThoseThatAreKept() {
      assertThat(read(ONE).gap("other", Instant.EPOCH)).contains("there is no such agreement");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zone: Europe/Amsterdam | zone: Moon | servicelevel.unknown-zone | zone",
        "[email, advice] | [] | servicelevel.no-service | agreements[0].services",
        "[email, advice] | [email, tea] | servicelevel.unknown-service | agreements[0].services[1]",
        "[email, advice] | [email, email] | content.duplicate-id | agreements[0].services[1]",
        "services: [email], | services: [], | servicelevel.no-service | agreements[0].requirements[0].services",
        "services: [email], | services: [tea], | servicelevel.unknown-service | agreements[0].requirements[0].services[0]",
        "`  - {id: quick, services: [email], text: Mail is needed all day.}` | `  []` | servicelevel.no-requirement | agreements[0].requirements",
        "text: Mail is needed all day. | text: '' | content.missing-value | agreements[0].requirements[0].text",
        "validUntil: 2027-01-01 | validUntil: 2026-01-01 | servicelevel.validity-reversed | agreements[0].validUntil",
        "validUntil: 2027-01-01 | validUntil: 2025-01-01 | servicelevel.validity-reversed | agreements[0].validUntil",
        "validFrom: 2026-01-01 | validFrom: 2026-02-30 | servicelevel.bad-date | agreements[0].validFrom",
        "approvedOn: 2025-12-01 | approvedOn: soon | servicelevel.bad-date | agreements[0].approvedOn",
        "approvedBy: service-level-managers | approvedBy: nobody | servicelevel.unknown-approver | agreements[0].approvedBy",
        "kind: CUSTOMER | kind: FRIEND | servicelevel.unknown-kind | agreements[0].counterparty.kind",
        "id: north} | id: desk} | servicelevel.unknown-counterparty | agreements[0].counterparty.id",
        "kind: CUSTOMER, | kind: SUPPLIER, | servicelevel.unknown-counterparty | agreements[0].counterparty.id",
        "kind: CUSTOMER, | kind: INTERNAL_GROUP, | servicelevel.unknown-counterparty | agreements[0].counterparty.id",
        "id: care | id: Care! | content.bad-id | agreements[0].id",
        "name: Care | name: ' ' | content.missing-value | agreements[0].name",
        "{requirement: quick | {requirement: slow | servicelevel.unknown-requirement | agreements[0].targets[0].requirement",
        "target: PT4H | target: PT0H | servicelevel.bad-target | agreements[0].targets[0].target",
        "target: PT4H | target: P1D | servicelevel.bad-target | agreements[0].targets[0].target",
        "calendar: office | calendar: moon | servicelevel.unknown-calendar | agreements[0].targets[0].calendar"
      })
  void aFaultNamesKeyAndPlace(String was, String is, String key, String place) {
    assertThat(ONE).contains(was);
    var fault =
        catchThrowableOfType(ContentException.class, () -> read(ONE.replaceFirst(quoted(was), is)));

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.file()).isEqualTo("config/agreements.yaml");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void anIdStandsOnce() {
    String twice = ONE + ONE.substring(ONE.indexOf("  - id: care"));

    assertThat(catchThrowableOfType(ContentException.class, () -> read(twice)).key())
        .isEqualTo("content.duplicate-id");
  }
}
