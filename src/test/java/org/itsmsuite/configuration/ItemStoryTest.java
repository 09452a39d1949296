package org.itsmsuite.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What can happen to items and their relations, one at a time. */
class ItemStoryTest {

  private final TestDatabase database = TestDatabase.create();
  private final Stock stock = Stock.of(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static void isRefused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).as(refusal.getMessage()).isEqualTo(key));
  }

  private Item create(String... said) {
    return stock.done(() -> stock.register.create(Stock.fields(map(said))));
  }

  private Item change(String id, Long version, String... said) {
    return stock.done(
        () -> stock.register.change(id, version, Stock.change(map(said)), "It was moved"));
  }

  private static Map<String, String> map(String... said) {
    var map = new java.util.TreeMap<String, String>();
    for (int i = 0; i < said.length; i += 2) {
      map.put(said[i], said[i + 1]);
    }
    return map;
  }

  private List<String> facts(String id) {
    return stock.ledger.of("item:" + id).stream().map(one -> one.what()).toList();
  }

  @Nested
  class Designating {

    @Test
    void s26AnItemIsOneBecauseSomebodyDecidedSoAndSaidWhy() {
      Item item = create("id", "srv-1", "type", "server", "name", "Mail host", "asset", "true");

      assertThat(item.level()).isEqualTo(ItemLevel.CI);
      assertThat(item.status()).isEqualTo("planned");
      assertThat(item.designation()).isEqualTo("Services lean on it");
      assertThat(item.version()).isOne();
      assertThat(stock.register.find("srv-1")).contains(item);
      Fact fact = stock.ledger.facts().get(0);
      assertThat(fact.record()).isEqualTo("item:srv-1");
      assertThat(fact.what()).isEqualTo("configuration.itemCreated");
      assertThat(fact.after()).containsEntry("designation", Personal.of("Services lean on it"));
      isRefused(
          () -> create("id", "srv-2", "type", "server", "name", "x", "designation", " "),
          "request.missing");
    }

    @Test
    void s25AServiceSaysWhatCustomersGetOutOfIt() {
      isRefused(
          () -> create("id", "printing", "type", "service", "name", "Printing"),
          "configuration.no-outcome");
      Item service =
          create(
              "id", "printing", "type", "service", "name", "Printing", "outcome", "Paper in time");
      assertThat(service.isService()).isTrue();
      isRefused(() -> change("printing", null, "outcome", ""), "configuration.no-outcome");
    }

    @Test
    void s25AProcessOrADocumentIsAComponentOfAService() {
      create("id", "printing", "type", "service", "name", "Printing", "outcome", "Paper in time");
      create("id", "paper-order", "type", "process", "name", "Order paper");
      create("id", "guide", "type", "document", "level", "COMPONENT", "name", "Guide");
      create("id", "press", "type", "device", "name", "Press");
      stock.relate("paper-order", "part-of", "printing");
      stock.relate("guide", "part-of", "printing");
      stock.relate("press", "part-of", "paper-order");

      assertThat(stock.affected("press")).containsExactly("paper-order", "printing");
      isRefused(() -> stock.relate("printing", "part-of", "press"), "configuration.wrong-end");
    }

    @Test
    void s27ARecordIsNeverAnItemButSoftwareAndAgreementsAreItemsAndAssets() {
      isRefused(
          () -> create("id", "minutes", "type", "record", "name", "Minutes"),
          "configuration.never-an-item");
      assertThat(
              create(
                      "id",
                      "editor",
                      "type",
                      "application",
                      "level",
                      "CI",
                      "name",
                      "Editor",
                      "asset",
                      "true")
                  .asset())
          .isTrue();
      assertThat(
              create(
                      "id",
                      "sla-1",
                      "type",
                      "agreement",
                      "level",
                      "CI",
                      "name",
                      "Promise",
                      "asset",
                      "true")
                  .asset())
          .isTrue();
      assertThat(create("id", "host", "type", "server", "name", "Rented host").asset()).isFalse();
    }

    @Test
    void anIdIsUniqueForEver() {
      stock.servers("srv-1");
      stock.done(() -> stock.register.retire("srv-1", null, "Scrapped"));
      isRefused(() -> stock.servers("srv-1"), "configuration.id-taken");
    }

    @ParameterizedTest
    @CsvSource({
      "id, .., configuration.bad-id",
      "id, import, configuration.bad-id",
      "id, a/b, configuration.bad-id",
      "type, rocket, configuration.unknown-type",
      "level, CITY, configuration.wrong-value",
      "level, SERVICE, configuration.wrong-level",
      "criticality, high, configuration.wrong-value",
      "criticality, '', request.missing",
      "status, lost, configuration.unknown-status",
      "status, retired, configuration.retire-it",
      "supportGroup, nobody, configuration.unknown-group",
      "asset, perhaps, configuration.wrong-value",
      "name, '', request.missing",
    })
    void whatMakesNoSenseIsRefusedWithItsField(String field, String value, String key) {
      Map<String, String> said = map("id", "srv-1", "type", "server", "name", "Host");
      said.put(field, value);

      assertThatThrownBy(() -> stock.done(() -> stock.register.create(Stock.fields(said))))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.key()).isEqualTo(key);
                assertThat(refusal.offences().get(0).field()).isEqualTo(field);
              });
      assertThat(stock.register.find("srv-1")).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
      assertThatThrownBy(() -> create("id", "", "type", "rocket", "criticality", "x"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(refusal.offences())
                      .extracting(Refusal.Offence::field)
                      .containsExactlyInAnyOrder("id", "type", "name", "criticality"));
    }

    @Test
    void aTypeHasItsOwnAttributesAndNoOthers() {
      var fields =
          new ItemFields(
              "srv-1",
              null,
              "server",
              "Host",
              null,
              "Why",
              null,
              "LOW",
              null,
              null,
              null,
              Map.of("location", "Data room 1", "colour", "red"));
      isRefused(
          () -> stock.done(() -> stock.register.create(fields)), "configuration.unknown-attribute");
    }
  }

  @Nested
  class Changing {

    @Test
    void s26EveryStateStaysAndCanBeAskedFor() {
      stock.servers("srv-1");
      stock.time.forward(Duration.ofDays(1));
      change("srv-1", 1L, "status", "in-use", "criticality", "HIGH");
      stock.time.forward(Duration.ofDays(1));
      stock.done(() -> stock.register.retire("srv-1", 2L, "Replaced by srv-2"));

      List<ItemVersion> history = stock.register.history("srv-1");
      assertThat(history)
          .extracting(one -> one.item().status())
          .containsExactly("planned", "in-use", "retired");
      assertThat(history)
          .extracting(ItemVersion::why)
          .containsExactly(null, "It was moved", "Replaced by srv-2");
      Instant dayTwo = Stock.MORNING.plus(Duration.ofDays(1));
      assertThat(history.get(0).until()).isEqualTo(dayTwo);
      assertThat(history.get(0).isInForce(dayTwo.minusMillis(1))).isTrue();
      assertThat(history.get(0).isInForce(dayTwo)).isFalse();
      assertThat(history.get(1).isInForce(dayTwo)).isTrue();
      assertThat(history.get(2).until()).isNull();
      assertThat(facts("srv-1"))
          .containsExactly(
              "configuration.itemCreated",
              "configuration.itemChanged",
              "configuration.itemRetired");
    }

    @Test
    void whatIsNotSaidStaysAndAnEmptyTextTakesAway() {
      create(
          "id",
          "srv-1",
          "type",
          "server",
          "name",
          "Host",
          "description",
          "Loud",
          "supportGroup",
          "third-level");
      Item is = change("srv-1", null, "description", "");

      assertThat(is.description()).isNull();
      assertThat(is.supportGroup()).isEqualTo("third-level");
      assertThat(is.name()).isEqualTo("Host");
    }

    @Test
    void whatChangesNothingIsNoVersionAndNoFact() {
      stock.servers("srv-1");
      assertThat(change("srv-1", 1L, "name", "Server srv-1").version()).isOne();
      assertThat(facts("srv-1")).hasSize(1);
    }

    @Test
    void whoHasNotSeenTheLastVersionIsRefused() {
      stock.servers("srv-1");
      change("srv-1", 1L, "name", "Mine");
      isRefused(() -> change("srv-1", 1L, "name", "Theirs"), "configuration.changed-meanwhile");
      assertThat(stock.register.find("srv-1").orElseThrow().name()).isEqualTo("Mine");
    }

    @Test
    void ofTwoAtTheSameMomentOneIsRefused() throws Exception {
      stock.servers("srv-1");
      Stock other = Stock.of(database);
      var first = CompletableFuture.supplyAsync(() -> outcome(stock));
      var second = CompletableFuture.supplyAsync(() -> outcome(other));

      assertThat(List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder("changed", "configuration.changed-meanwhile");
      assertThat(stock.register.history("srv-1")).hasSize(2);
    }

    private String outcome(Stock node) {
      try {
        node.done(
            () ->
                node.register.change(
                    "srv-1", 1L, Stock.change(Map.of("name", node.toString())), "Why"));
        return "changed";
      } catch (Refusal refusal) {
        return refusal.key();
      }
    }

    @Test
    void anItemStaysAtItsLevel() {
      create("id", "app", "type", "application", "level", "CI", "name", "App");
      isRefused(() -> change("app", null, "level", "COMPONENT"), "configuration.level-stays");
      isRefused(() -> change("app", null, "type", "process"), "configuration.wrong-level");
      assertThat(change("app", null, "type", "database").type()).isEqualTo("database");
    }

    @Test
    void anUnknownItemIsNotFound() {
      isRefused(() -> change("nowhere", null, "name", "x"), "configuration.unknown-item");
    }

    @Test
    void i13AnUpdateThroughAChangeNamesIt() {
      stock.servers("srv-1", "srv-2");
      stock.relate("srv-1", "connected-to", "srv-2");
      stock.done(
          () ->
              stock.register.updated(
                  "srv-1", "CHG-000007", ItemUpdate.status("in-use", "Brought in")));
      stock.done(() -> stock.register.retired("srv-2", "CHG-000008", "Taken out"));

      ItemVersion last = stock.register.history("srv-1").get(1);
      assertThat(last.change()).isEqualTo("CHG-000007");
      assertThat(last.item().status()).isEqualTo("in-use");
      assertThat(stock.register.history("srv-2").get(1).change()).isEqualTo("CHG-000008");
      assertThat(stock.register.relationsOf("srv-2", null).get(0).endedChange())
          .isEqualTo("CHG-000008");
      assertThat(stock.ledger.of("item:srv-1").get(1).what()).isEqualTo("configuration.related");
      assertThat(stock.ledger.of("item:srv-1").get(2).after())
          .containsEntry("change", "CHG-000007");
    }
  }

  @Nested
  class Retiring {

    @Test
    void whatIsStillNeededStays() {
      stock.servers("host", "guest");
      stock.relate("guest", "runs-on", "host");

      assertThatThrownBy(() -> stock.done(() -> stock.register.retire("host", null, "Old")))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.key()).isEqualTo("configuration.still-needed");
                assertThat(refusal.getMessage()).contains("guest");
              });
      assertThat(stock.register.find("host").orElseThrow().isRetired()).isFalse();
    }

    @Test
    void itsRelationsEndWithIt() {
      stock.servers("host", "guest");
      stock.relate("guest", "runs-on", "host");
      stock.done(() -> stock.register.retire("guest", null, "Old"));

      assertThat(stock.affected("host")).isEmpty();
      assertThat(stock.register.relationsOf("host", null).get(0).endedWhy()).isEqualTo("Old");
      isRefused(() -> stock.relate("guest", "runs-on", "host"), "configuration.retired");
      isRefused(() -> change("guest", null, "name", "x"), "configuration.retired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"item_relation", "item_version", "item"})
    void theDatabaseItselfDeletesNothing(String table) {
      stock.servers("host", "guest");
      stock.relate("guest", "runs-on", "host");
      assertThatThrownBy(() -> database.jdbc().sql("delete from itsm." + table).update())
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("retired, not deleted");
    }
  }

  @Nested
  class Relating {

    @Test
    void aCircleIsRefusedAndItsWayTold() {
      stock.servers("a", "b", "c");
      stock.relate("a", "depends-on", "b");
      stock.relate("b", "runs-on", "c");

      assertThatThrownBy(() -> stock.relate("c", "depends-on", "a"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.key()).isEqualTo("configuration.cycle");
                assertThat(refusal.offences().get(0).detail()).contains("a → c → b → a");
              });
      assertThat(stock.register.relationsOf("c", null)).hasSize(1);
    }

    @Test
    void aCircleOfDifferentKindsIsOneToo() {
      create("id", "svc", "type", "service", "name", "Service", "outcome", "Something");
      create("id", "app", "type", "application", "level", "COMPONENT", "name", "App");
      stock.relate("app", "part-of", "svc");
      isRefused(() -> stock.relate("app", "depends-on", "svc"), "configuration.cycle");
    }

    @Test
    void aRelationThatNobodySuffersByMayGoRound() {
      stock.servers("a", "b");
      stock.relate("a", "connected-to", "b");
      stock.relate("b", "connected-to", "a");
      assertThat(stock.affected("a")).isEmpty();
    }

    @Test
    void ofTwoThatWouldCloseACircleTogetherOneIsRefused() throws Exception {
      stock.servers("a", "b");
      Stock other = Stock.of(database);
      assertThat(other.affected("a")).isEmpty();
      var first = CompletableFuture.supplyAsync(() -> outcome(stock, "a", "b"));
      var second = CompletableFuture.supplyAsync(() -> outcome(other, "b", "a"));

      assertThat(List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder("related", "configuration.cycle");
    }

    private String outcome(Stock node, String from, String to) {
      try {
        node.relate(from, "depends-on", to);
        return "related";
      } catch (Refusal refusal) {
        return refusal.key();
      }
    }

    @ParameterizedTest
    @CsvSource({
      "a, depends-on, a, configuration.self-relation",
      "a, depends-on, nowhere, configuration.unknown-item",
      "nowhere, depends-on, a, configuration.unknown-item",
      "a, loves, b, configuration.unknown-kind",
      "a, part-of, b, configuration.wrong-end",
      "a, runs-on, b, configuration.related-already",
      "a, '', b, request.missing",
    })
    void whatMakesNoSenseIsRefused(String from, String kind, String to, String key) {
      stock.servers("a", "b");
      stock.relate("a", "runs-on", "b");
      isRefused(() -> stock.relate(from, kind, to), key);
      assertThat(stock.register.relationsOf("a", null)).hasSize(1);
    }

    @Test
    void aRelationEndsAndStaysInTheHistory() {
      stock.servers("a", "b");
      UUID relation = stock.relate("a", "depends-on", "b");
      Instant end = Stock.MORNING.plusSeconds(60);
      stock.time.set(end);
      stock.done(() -> stock.register.unrelate("b", relation, "Not any more"));

      assertThat(stock.register.relationsOf("a", end.minusMillis(1))).hasSize(1);
      assertThat(stock.register.relationsOf("a", end)).isEmpty();
      assertThat(stock.affected("b")).isEmpty();
      assertThat(facts("a")).endsWith("configuration.related", "configuration.relationEnded");
      isRefused(
          () -> stock.done(() -> stock.register.unrelate("a", relation, "Again")),
          "configuration.ended-already");
      UUID again = stock.relate("a", "depends-on", "b");
      assertThat(again).isNotEqualTo(relation);
      assertThat(stock.affected("b")).containsExactly("a");
    }

    @Test
    void aRelationBelongsToItsEnds() {
      stock.servers("a", "b", "c");
      UUID relation = stock.relate("a", "depends-on", "b");
      isRefused(
          () -> stock.done(() -> stock.register.unrelate("c", relation, "Why")),
          "configuration.no-such-relation");
    }
  }

  @Nested
  class Impact {

    @Test
    void i15TheNearestComesFirstOnItsShortestWay() {
      stock.servers("root", "near", "far", "both");
      stock.relate("near", "depends-on", "root");
      stock.relate("far", "depends-on", "near");
      stock.relate("both", "depends-on", "far");
      stock.relate("both", "depends-on", "near");

      ImpactTree tree = stock.trees.of(List.of("root"));
      assertThat(tree.affected())
          .extracting(one -> one.item().id() + " " + one.depth() + " " + one.path())
          .containsExactly(
              "near 1 [root, near]", "both 2 [root, near, both]", "far 2 [root, near, far]");
      assertThat(tree.truncated()).isFalse();
      assertThat(stock.affected("root", "near")).containsExactly("both", "far");
      assertThat(stock.affected("nowhere")).isEmpty();
    }

    @Test
    void whatAnotherNodeHasDoneIsKnownAtOnce() {
      Stock other = Stock.of(database);
      stock.servers("a", "b");
      assertThat(other.affected("a")).isEmpty();
      UUID relation = stock.relate("b", "depends-on", "a");
      assertThat(other.affected("a")).containsExactly("b");
      stock.done(() -> stock.register.change("b", null, Stock.change(Map.of("name", "New")), "x"));
      assertThat(other.trees.of(List.of("a")).affected().get(0).item().name()).isEqualTo("New");
      stock.done(() -> stock.register.unrelate("a", relation, "Why"));
      assertThat(other.affected("a")).isEmpty();
    }

    @Test
    void whatWasRolledBackWasNever() {
      stock.servers("a", "b", "c");
      stock.transaction.executeWithoutResult(
          status -> {
            stock.register.relate(new NewRelation("b", "depends-on", "a"));
            assertThat(stock.affected("a")).containsExactly("b");
            status.setRollbackOnly();
          });
      assertThat(stock.affected("a")).isEmpty();
      stock.relate("c", "depends-on", "a");
      assertThat(stock.affected("a")).containsExactly("c");
      assertThat(Stock.of(database).affected("a")).containsExactly("c");
    }

    @Test
    void nobodyElseSeesWhatIsNotCommitted() throws ExecutionException, InterruptedException {
      stock.servers("a", "b");
      stock.transaction.executeWithoutResult(
          status -> {
            stock.register.relate(new NewRelation("b", "depends-on", "a"));
            assertThat(stock.affected("a")).containsExactly("b");
            assertThat(CompletableFuture.supplyAsync(() -> stock.affected("a")).join()).isEmpty();
          });
      assertThat(stock.affected("a")).containsExactly("b");
    }
  }

  @Nested
  class FirstStock {

    @Test
    void fillsAnEmptyDatabaseOnce() {
      stock.transaction.executeWithoutResult(status -> stock.seeds.sow());

      assertThat(stock.register.find("email").orElseThrow().isService()).isTrue();
      assertThat(stock.affected("core-switch")).contains("email", "payroll", "workplace");
      int facts = stock.ledger.facts().size();
      stock.transaction.executeWithoutResult(status -> stock.seeds.sow());
      assertThat(stock.ledger.facts()).hasSize(facts);
    }

    @Test
    void laterBringsOnlyServicesThatAreMissing() {
      stock.servers("srv-1");
      stock.transaction.executeWithoutResult(status -> stock.seeds.sow());
      assertThat(stock.register.find("payroll")).isPresent();
      assertThat(stock.register.find("core-switch")).isEmpty();
    }
  }
}
