package org.itsmsuite.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.change.store.InMemoryChangeStore;
import org.itsmsuite.change.store.InMemoryTemplateStore;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.InMemoryLedger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code config/changes.yaml} and {@code config/change-templates.yaml} say counts. */
class ChangeRulesOfFilesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock TIME = Clock.fixed(NOW, ZoneOffset.UTC);

  @Nested
  class Settings {

    @Test
    void theShippedOnesAreRead() {
      var settings = ChangeSettings.read(new FolderContent(Path.of("")));
      assertThat(settings.lookBack()).isEqualTo(Duration.ofDays(180));
      assertThat(settings.neverInAdvance()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "lookBackDays: 0 | change.look-back",
          "lookBackDays: 3661 | change.look-back",
          "neverInAdvance: [a] | change.look-back",
          "lookBackDays: 1\\nneverInAdvance: [a, a] | content.duplicate-id"
        })
    void faultyOnesAreRefused(String text, String key) {
      assertThatThrownBy(
              () ->
                  ChangeSettings.read(
                      new ContentInMemory().with("config/changes.yaml", text.replace("\\n", "\n"))))
          .isInstanceOfSatisfying(
              ContentException.class, fault -> assertThat(fault.key()).isEqualTo(key));
    }
  }

  @Nested
  class EarlierChanges {

    private final InMemoryChangeStore store = new InMemoryChangeStore();
    private final StoredResults results =
        new StoredResults(store, new ChangeSettings(Duration.ofDays(10), Set.of()), TIME);

    private void ended(String number, String item, Outcome outcome, Instant at) {
      var change =
          Change.requested(
              number,
              UUID.randomUUID(),
              NOW,
              new Rfc(
                  "T",
                  null,
                  "R",
                  null,
                  "requester",
                  null,
                  null,
                  Subject.COMPONENT,
                  Action.MODIFY,
                  Impact.LOW,
                  null,
                  null,
                  null),
              new Plan(List.of(item), List.of(), null, null, null, null, null, null));
      store.add(
          new Change(
              number,
              change.thread(),
              NOW,
              change.rfc(),
              change.plan(),
              Status.CLOSED,
              Category.NORMAL,
              null,
              1,
              List.of(),
              null,
              null,
              null,
              null,
              null,
              new ChangeResult(at, Implementation.IMPLEMENTED, null, at, outcome, null, at, at),
              null,
              0));
    }

    @Test
    void onlyRecentFailuresOfTheSameItemsCount() {
      ended("CHG-000001", "a", Outcome.UNSUCCESSFUL, NOW.minus(Duration.ofDays(10)));
      ended("CHG-000002", "a", Outcome.UNSUCCESSFUL, NOW.minus(Duration.ofDays(10)).minusNanos(1));
      ended("CHG-000003", "b", Outcome.UNSUCCESSFUL, NOW);
      ended("CHG-000004", "a", Outcome.SUCCESSFUL_WITH_ISSUES, NOW);
      ended("CHG-000005", "a", Outcome.NOT_IMPLEMENTED, NOW);
      ended("CHG-000006", "a", Outcome.UNSUCCESSFUL, NOW);

      assertThat(results.of(List.of("a")))
          .isEqualTo(new FailureHistory(3, List.of("CHG-000006", "CHG-000001")));
      assertThat(results.of(List.of("c"))).isEqualTo(new FailureHistory(0, List.of()));
    }
  }

  @Nested
  class ExampleTemplates {

    private final InMemoryTemplateStore store = new InMemoryTemplateStore();
    private final InMemoryLedger ledger = new InMemoryLedger(() -> Actor.SYSTEM, TIME);

    @Test
    void fillAnEmptyCatalogueOnce() {
      var seeds = new TemplateSeeds(store, new FolderContent(Path.of("")), ledger, TIME);
      seeds.sow();
      seeds.sow();

      assertThat(store.all())
          .hasSize(3)
          .allSatisfy(
              one -> {
                assertThat(one.state(NOW)).isEqualTo(Template.State.RELEASED);
                assertThat(one.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(365)));
                assertThat(one.writtenBy()).isNotEqualTo(one.releasedBy());
              });
      assertThat(ledger.of("change-template:add-door-badge-reader")).hasSize(2);
    }

    @Test
    void ofOneAuthorAreRefused() {
      var content =
          new ContentInMemory()
              .with(
                  "config/change-templates.yaml",
                  "writtenBy: a\nreleasedBy: a\nvalidDays: 1\ntemplates: []\n");
      assertThatThrownBy(() -> new TemplateSeeds(store, content, ledger, TIME).sow())
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> assertThat(fault.key()).isEqualTo("change.own-template"));
    }
  }

  @Nested
  class Windows {

    private Window window(int from, int to) {
      return new Window(NOW.plusSeconds(from), NOW.plusSeconds(to));
    }

    @Test
    void thatOnlyTouchDoNotOverlap() {
      assertThat(window(0, 10).overlaps(window(10, 20))).isFalse();
      assertThat(window(10, 20).overlaps(window(0, 10))).isFalse();
      assertThat(window(0, 11).overlaps(window(10, 20))).isTrue();
      assertThat(window(0, 30).overlaps(window(10, 20))).isTrue();
      assertThat(window(10, 20).overlaps(window(10, 20))).isTrue();
    }

    @Test
    void endAfterTheyStart() {
      assertThatThrownBy(() -> window(10, 10)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
