package org.itsmsuite.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerExtent.Extent;
import org.itsmsuite.ledger.LedgerPage;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerVerification.Misfit;
import org.itsmsuite.ledger.LedgerVerification.Result;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.itsmsuite.restriction.Restrictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LedgerControllerTest {

  private static final LedgerEntry ENTRY =
      new LedgerEntry(
          "INC-000001",
          1,
          Instant.parse("2026-04-27T09:00:00Z"),
          "agent",
          "1.0",
          "incident-triage:3",
          "incident.reported",
          Map.of(),
          Map.of("title", "Printer"),
          null,
          "ab");

  private static final Actor READER = new Actor("somebody", Set.of("camunda-admin"));

  private final Restrictions restrictions =
      new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), Clock.systemUTC());
  private final List<LedgerQuery> asked = new ArrayList<>();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new LedgerController(
                  (reader, query) -> {
                    assertThat(reader).isEqualTo(READER);
                    asked.add(query);
                    return new LedgerPage(List.of(ENTRY), query.page(), query.size(), 1);
                  },
                  () -> new Result(false, 1, 1, 0, new Misfit("INC-000001", 1, "ledger.x", "Why.")),
                  reader -> new Extent(1, 1, 0),
                  () -> READER,
                  restrictions,
                  List.of(() -> List.of("An exception is in force."))))
          .build();

  @Test
  void givesAPageOfEntries() throws Exception {
    http.perform(get("/api/ledger?record=INC-000001&actor=agent&page=2&size=10"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].what").value("incident.reported"))
        .andExpect(jsonPath("$.items[0].after.title").value("Printer"))
        .andExpect(jsonPath("$.page").value(2))
        .andExpect(jsonPath("$.size").value(10))
        .andExpect(jsonPath("$.total").value(1));
    assertThat(asked).containsExactly(new LedgerQuery("INC-000001", "agent", null, null, 2, 10));
  }

  @Test
  void takesTimesInAnyZoneAndIgnoresEmptyFilters() throws Exception {
    http.perform(
            get("/api/ledger")
                .param("record", "")
                .param("from", "2026-04-27T11:00:00+02:00")
                .param("to", "2026-04-27T10:00:00Z"))
        .andExpect(status().isOk());
    assertThat(asked)
        .containsExactly(
            new LedgerQuery(
                null,
                null,
                Instant.parse("2026-04-27T09:00:00Z"),
                Instant.parse("2026-04-27T10:00:00Z"),
                0,
                50));
  }

  @ParameterizedTest
  @CsvSource({
    "from,yesterday,ledger.unreadable-time",
    "to,+999999999-01-01T00:00:00Z,ledger.unreadable-time",
    "page,-1,ledger.bad-page",
    "page,99999999999,ledger.bad-page",
    "size,0,ledger.bad-page",
    "size,201,ledger.bad-page",
    "size,ten,ledger.bad-page",
    "record,a\u0000b,ledger.unknown-name"
  })
  void refusesWhatItCannotReadWithFieldAndKey(String field, String value, String key) {
    assertThatThrownBy(() -> http.perform(get("/api/ledger").param(field, value)))
        .rootCause()
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.offences())
                  .extracting(Refusal.Offence::field)
                  .containsExactly(field);
            });
    assertThat(asked).isEmpty();
  }

  @Test
  void namesTheFirstEntryThatDoesNotFit() throws Exception {
    http.perform(get("/api/ledger/verification"))
        .andExpect(jsonPath("$.notes[0]").value("An exception is in force."))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.intact").value(false))
        .andExpect(jsonPath("$.misfit.record").value("INC-000001"))
        .andExpect(jsonPath("$.misfit.position").value(1))
        .andExpect(jsonPath("$.misfit.key").value("ledger.x"));
  }

  @Test
  void doesNotNameARestrictedRecordThatDoesNotFit() throws Exception {
    restrictions.restrict("INC-000001");

    http.perform(get("/api/ledger/verification"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.intact").value(false))
        .andExpect(jsonPath("$.misfit.record").isEmpty())
        .andExpect(jsonPath("$.misfit.key").value("ledger.x"));
  }
}
