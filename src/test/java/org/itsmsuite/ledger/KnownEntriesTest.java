package org.itsmsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chain of three, whose second entry links to INC-000002. */
class KnownEntriesTest {

  private static final Actor OUTSIDER = new Actor("agent", Set.of("service-desk"));
  private static final Actor AUDITOR = new Actor("auditor", Set.of("auditors"));

  private final InMemoryRestrictions restrictions =
      new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), Clock.systemUTC());
  private final List<LedgerEntry> chain =
      List.of(
          entry(1, "incident.reported", Map.of()),
          entry(2, "incident.childLinked", Map.of("child", "INC-000002")),
          entry(3, "incident.taken", Map.of()));

  private static LedgerEntry entry(int position, String what, Map<String, Object> after) {
    return new LedgerEntry(
        "INC-000001",
        position,
        Instant.EPOCH,
        "agent",
        "1",
        null,
        what,
        Map.of(),
        after,
        "before" + position,
        "hash" + position);
  }

  @BeforeEach
  void hide() {
    restrictions.restrict("INC-000002");
  }

  @Test
  void haveNoGapForWhomSomethingIsKeptFrom() {
    assertThat(KnownEntries.to(OUTSIDER, chain, restrictions))
        .extracting(LedgerEntry::position, LedgerEntry::what)
        .containsExactly(tuple(1, "incident.reported"), tuple(2, "incident.taken"));
  }

  @Test
  void haveNoHashesWhetherOrNotSomethingIsKept() {
    restrictions.lift("INC-000002");
    assertThat(KnownEntries.to(OUTSIDER, chain, restrictions))
        .hasSize(3)
        .allSatisfy(
            entry -> {
              assertThat(entry.hash()).isNull();
              assertThat(entry.previousHash()).isNull();
            });
  }

  @Test
  void areTheChainItselfForWhoMayKnowOfEveryRecord() {
    assertThat(KnownEntries.to(AUDITOR, chain, restrictions)).isEqualTo(chain);
  }
}
