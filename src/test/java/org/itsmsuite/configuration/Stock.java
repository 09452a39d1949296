package org.itsmsuite.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.configuration.store.ItemStores;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.InMemoryLedger;
import org.springframework.transaction.support.TransactionTemplate;

/** Items on one node: everything but pages. Several on one database are several nodes. */
final class Stock {

  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  final HandSetClock time;
  final InMemoryLedger ledger;
  final ItemStore store;
  final ItemSnapshots trees;
  final ItemRegister register;
  final ItemTables tables;
  final ItemSeeds seeds;
  final TransactionTemplate transaction;

  private Stock(TestDatabase database, ContentSource content, HandSetClock time) {
    this.time = time;
    Actor manager = new Actor("configuration-manager", Set.of("configuration-managers"));
    this.ledger = new InMemoryLedger(() -> manager, time);
    this.store = ItemStores.of(database);
    ItemTypes types = ItemTypes.read(content);
    SupportGroups groups = new ConfiguredSupportGroups(content);
    var rules = new ItemRules(types, groups);
    this.trees = new ItemSnapshots(store, types);
    this.register = new ItemRegister(store, trees, types, rules, () -> manager, ledger, time);
    this.tables = new ItemTables(store, trees, types, rules, () -> manager, ledger, time);
    this.seeds =
        new ItemSeeds(
            store,
            trees,
            types,
            rules,
            new ConfiguredCatalogue(content, groups),
            content,
            () -> manager,
            ledger,
            time);
    this.transaction = database.transaction();
  }

  static Stock of(TestDatabase database) {
    return of(database, new FolderContent(Path.of("")));
  }

  static Stock of(TestDatabase database, ContentSource content) {
    return new Stock(database, content, new HandSetClock(MORNING));
  }

  <T> T done(Supplier<T> step) {
    return transaction.execute(status -> step.get());
  }

  /** A server that somebody decided to keep under control. */
  static ItemFields server(String id) {
    return fields(Map.of("id", id, "type", "server", "name", "Server " + id));
  }

  /** What is not said is as for any item. */
  static ItemFields fields(Map<String, String> said) {
    return new ItemFields(
        said.get("id"),
        said.get("level"),
        said.get("type"),
        said.get("name"),
        said.get("description"),
        said.getOrDefault("designation", "Services lean on it"),
        said.get("outcome"),
        said.getOrDefault("criticality", "MEDIUM"),
        said.get("supportGroup"),
        said.get("status"),
        said.get("asset"),
        null);
  }

  /** Only what becomes different. */
  static ItemFields change(Map<String, String> said) {
    return new ItemFields(
        null,
        said.get("level"),
        said.get("type"),
        said.get("name"),
        said.get("description"),
        said.get("designation"),
        said.get("outcome"),
        said.get("criticality"),
        said.get("supportGroup"),
        said.get("status"),
        said.get("asset"),
        null);
  }

  void servers(String... ids) {
    Arrays.stream(ids).forEach(id -> done(() -> register.create(server(id))));
  }

  UUID relate(String from, String kind, String to) {
    return done(() -> register.relate(new NewRelation(from, kind, to))).id();
  }

  List<String> affected(String... ids) {
    return trees.of(List.of(ids)).affected().stream().map(one -> one.item().id()).toList();
  }

  ImportReport tried(String csv) {
    return done(() -> read(() -> tables.tried(stream(csv))));
  }

  ImportReport taken(String csv) {
    return done(() -> read(() -> tables.taken(stream(csv), "Stocktaking")));
  }

  private static ByteArrayInputStream stream(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }

  private interface Reading {
    ImportReport read() throws IOException;
  }

  private static ImportReport read(Reading reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
