package org.itsmsuite.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.itsmsuite.configuration.ImportReport.Finding;
import org.itsmsuite.configuration.ImportReport.Table;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items and relations as tables in CSV. A table is taken in whole or not at all; what it does not
 * mention stays as it is. The same table a second time changes nothing.
 */
public class ItemTables {

  static final String ATTRIBUTE = "attributes.";

  private static final List<String> ITEM_COLUMNS =
      List.of(
          "id",
          "level",
          "type",
          "name",
          "description",
          "designation",
          "outcome",
          "criticality",
          "supportGroup",
          "status",
          "asset");

  private static final List<String> RELATION_COLUMNS = List.of("from", "kind", "to");

  private static final int FINDINGS = 200;
  private static final int AT_ONCE = 1000;

  private final ItemStore store;
  private final ItemSnapshots snapshots;
  private final ItemTypes types;
  private final ItemRules rules;
  private final RelationRules relationRules;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  ItemTables(
      ItemStore store,
      ItemSnapshots snapshots,
      ItemTypes types,
      ItemRules rules,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.snapshots = snapshots;
    this.types = types;
    this.rules = rules;
    this.relationRules = new RelationRules(types);
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** What would come of the table; changes nothing. The stream stays open. */
  @Transactional(readOnly = true)
  public ImportReport tried(InputStream table) throws IOException {
    return new Run(0, null).read(table);
  }

  /**
   * Takes the table in. The stream stays open.
   *
   * @param why where it comes from, in words; told with each version
   * @throws Refusal {@code configuration.import-refused} with what {@link #tried} finds, the line
   *     and column as field
   */
  @Transactional(rollbackFor = IOException.class)
  public ImportReport taken(InputStream table, String why) throws IOException {
    ImportReport report = new Run(snapshots.lock(), why).read(table);
    if (!report.isFine()) {
      throw refusal(report);
    }
    return report;
  }

  private static Refusal refusal(ImportReport report) {
    long all = report.findings().size() + report.moreFindings();
    return new Refusal(
        Refusal.Kind.INVALID,
        "configuration.import-refused",
        "Nothing was taken in: %d %s wrong. Try it with dryRun=true until nothing is."
            .formatted(all, all == 1 ? "thing is" : "things are"),
        report.findings().stream()
            .map(
                one ->
                    new Refusal.Offence(
                        "line " + one.line() + (one.column() == null ? "" : ", " + one.column()),
                        one.key(),
                        one.detail()))
            .toList());
  }

  /** One table being read; it is written along the way only where there is a reason for it. */
  private final class Run {

    private final long seq;
    private final String why;
    private final Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
    private final String by = user.actor().id();
    private final ItemGraph before = snapshots.now();
    private final List<Finding> findings = new ArrayList<>();
    private Table table = Table.ITEMS;
    private long more;
    private long lines;
    private long created;
    private long changed;
    private long unchanged;

    /**
     * @param why null to write nothing
     */
    Run(long seq, String why) {
      this.seq = seq;
      this.why = why;
    }

    ImportReport read(InputStream csv) throws IOException {
      try {
        CsvLines all = new CsvLines(csv);
        if (all.columns().contains("from") || all.columns().contains("to")) {
          table = Table.RELATIONS;
          if (columnsAreFine(all, RELATION_COLUMNS)) {
            relations(all);
          }
        } else if (columnsAreFine(all, ITEM_COLUMNS)) {
          items(all);
        }
      } catch (CsvLines.Broken broken) {
        found(broken.line(), null, broken.key(), broken.getMessage());
      }
      return new ImportReport(table, lines, created, changed, unchanged, findings, more);
    }

    private void found(long line, String column, String key, String detail) {
      if (findings.size() < FINDINGS) {
        findings.add(new Finding(line, column, key, detail));
      } else {
        more++;
      }
    }

    private void found(long line, Refusal refusal) {
      refusal.offences().forEach(one -> found(line, one.field(), one.key(), one.detail()));
    }

    private boolean columnsAreFine(CsvLines csv, List<String> known) {
      for (String column : csv.columns()) {
        boolean isAttribute = table == Table.ITEMS && column.startsWith(ATTRIBUTE);
        if (!known.contains(column) && !isAttribute) {
          found(
              1,
              Quoted.plain(column),
              "configuration.csv-unknown-column",
              "Items have the columns %s and %sNAME; relations have %s."
                  .formatted(ITEM_COLUMNS, ATTRIBUTE, RELATION_COLUMNS));
        }
      }
      List<String> needed = table == Table.ITEMS ? List.of("id") : RELATION_COLUMNS;
      for (String column : needed) {
        if (!csv.columns().contains(column)) {
          found(1, column, "configuration.csv-missing-column", "This column is needed.");
        }
      }
      return findings.isEmpty();
    }

    private boolean isWide(CsvLines.Line line) {
      lines++;
      if (line.values() == null) {
        found(
            line.number(),
            null,
            "configuration.csv-width",
            "This line has not as many values as the heading has columns.");
      }
      return line.values() != null;
    }

    private void items(CsvLines csv) throws CsvLines.Broken, IOException {
      Map<String, Long> seen = new HashMap<>();
      List<Change> changes = new ArrayList<>();
      for (CsvLines.Line line = csv.next(); line != null; line = csv.next()) {
        if (!isWide(line)) {
          continue;
        }
        try {
          Change change = change(line, seen);
          if (change != null) {
            changes.add(change);
          }
        } catch (Refusal refusal) {
          found(line.number(), refusal);
        }
        if (changes.size() == AT_ONCE) {
          keep(changes);
        }
      }
      keep(changes);
    }

    /**
     * @param was null for an item that begins
     */
    private record Change(Item was, Item is) {}

    private Change change(CsvLines.Line line, Map<String, Long> seen) {
      ItemFields fields = fields(line.values());
      String id = fields.id().strip();
      Long earlier = seen.putIfAbsent(id, line.number());
      if (earlier != null) {
        throw Refusal.invalid(
            "configuration.twice", "id", "This item stands in line " + earlier + " already.");
      }
      Item was = before.item(id).orElse(null);
      if (was == null) {
        Item is = rules.made(fields, now);
        created++;
        return new Change(null, is);
      }
      if (was.isRetired()) {
        throw Refusal.invalid("configuration.retired", "id", id + " is retired.");
      }
      Item is = rules.changed(was, fields, now);
      if (is == was) {
        unchanged++;
        return null;
      }
      changed++;
      return new Change(was, is);
    }

    private void keep(List<Change> changes) {
      if (why != null && findings.isEmpty() && !changes.isEmpty()) {
        store.add(
            changes.stream().filter(one -> one.was() == null).map(this::version).toList(), seq);
        if (!store.change(
            changes.stream().filter(one -> one.was() != null).map(this::version).toList(), seq)) {
          throw ItemRegister.changedMeanwhile();
        }
        changes.forEach(
            one ->
                ledger.write(
                    one.was() == null
                        ? ItemRegister.begun(one.is()).with("reason", Personal.of(why))
                        : ItemRegister.became(one.was(), one.is(), "configuration.itemChanged")
                            .with("reason", Personal.of(why))));
      }
      changes.clear();
    }

    private ItemVersion version(Change one) {
      return new ItemVersion(one.is(), null, by, why, null);
    }

    private void relations(CsvLines csv) throws CsvLines.Broken, IOException {
      Set<NewRelation> recorded = new HashSet<>();
      store.eachRelation(
          one -> recorded.add(new NewRelation(one.fromItem(), one.kind(), one.toItem())));
      Map<NewRelation, Long> news = new HashMap<>();
      List<ItemRelation> begun = new ArrayList<>();
      for (CsvLines.Line line = csv.next(); line != null; line = csv.next()) {
        if (!isWide(line)) {
          continue;
        }
        NewRelation wanted =
            new NewRelation(
                line.values().get("from").strip(),
                line.values().get("kind").strip(),
                line.values().get("to").strip());
        try {
          relationRules.check(wanted, id -> before.item(id).orElse(null));
          if (recorded.contains(wanted) || news.putIfAbsent(wanted, line.number()) != null) {
            unchanged++;
          } else {
            created++;
            begun.add(ItemRelation.begun(wanted, now, by));
          }
        } catch (Refusal refusal) {
          found(line.number(), refusal);
        }
      }
      findCircles(begun, news);
      if (why != null && findings.isEmpty()) {
        keepRelations(begun);
      }
    }

    /** Told at the last line that the circle needs. */
    private void findCircles(List<ItemRelation> begun, Map<NewRelation, Long> lineOf) {
      if (begun.isEmpty()) {
        return;
      }
      Map<List<String>, Long> ends = new HashMap<>();
      lineOf.forEach(
          (one, line) -> {
            boolean toSuffers =
                types.kind(one.kind()).orElseThrow().suffers() == RelationKind.Suffers.TO;
            ends.merge(
                toSuffers ? List.of(one.from(), one.to()) : List.of(one.to(), one.from()),
                line,
                Math::min);
          });
      ItemGraph.Next next = before.next(types);
      begun.forEach(next::relation);
      next.done()
          .circles(
              circle -> {
                long line = 1;
                for (int i = 0; i + 1 < circle.size(); i++) {
                  line = Math.max(line, ends.getOrDefault(circle.subList(i, i + 2), 1L));
                }
                found(line, "to", "configuration.cycle", RelationRules.circle(circle));
              });
    }

    private void keepRelations(List<ItemRelation> begun) {
      Map<String, List<ItemRelation>> byItem = new LinkedHashMap<>();
      begun.forEach(
          one -> byItem.computeIfAbsent(one.fromItem(), id -> new ArrayList<>()).add(one));
      for (int i = 0; i < begun.size(); i += AT_ONCE) {
        store.relate(begun.subList(i, Math.min(i + AT_ONCE, begun.size())), seq);
      }
      byItem
          .values()
          .forEach(
              some -> ledger.write(ItemRegister.related(some).with("reason", Personal.of(why))));
    }
  }

  private static ItemFields fields(Map<String, String> values) {
    Map<String, String> attributes = new HashMap<>();
    values.forEach(
        (column, value) -> {
          if (column.startsWith(ATTRIBUTE)) {
            attributes.put(column.substring(ATTRIBUTE.length()), value);
          }
        });
    return new ItemFields(
        values.get("id"),
        values.get("level"),
        values.get("type"),
        values.get("name"),
        values.get("description"),
        values.get("designation"),
        values.get("outcome"),
        values.get("criticality"),
        values.get("supportGroup"),
        values.get("status"),
        values.get("asset"),
        attributes);
  }

  /** Items that are not retired, by id, as {@link #taken} takes them. */
  @Transactional(readOnly = true)
  public void writeItems(Appendable to) throws IOException {
    List<String> attributes =
        types.types().stream()
            .flatMap(type -> type.attributes().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> columns = new ArrayList<>(ITEM_COLUMNS);
    attributes.forEach(name -> columns.add(ATTRIBUTE + name));
    var printer = new CSVPrinter(to, CSVFormat.RFC4180);
    printer.printRecord(columns);
    store.each(
        item -> {
          if (!item.isRetired()) {
            print(printer, cells(item, attributes));
          }
        });
    printer.flush();
  }

  private static List<String> cells(Item item, List<String> attributes) {
    List<String> cells = new ArrayList<>();
    cells.add(item.id());
    cells.add(item.level().name());
    cells.add(item.type());
    cells.add(item.name());
    cells.add(item.description());
    cells.add(item.designation());
    cells.add(item.outcome());
    cells.add(item.criticality().name());
    cells.add(item.supportGroup());
    cells.add(item.status());
    cells.add(String.valueOf(item.asset()));
    attributes.forEach(name -> cells.add(item.attributes().get(name)));
    return cells;
  }

  /** Relations in force, by their ends, as {@link #taken} takes them. */
  @Transactional(readOnly = true)
  public void writeRelations(Appendable to) throws IOException {
    var printer = new CSVPrinter(to, CSVFormat.RFC4180);
    printer.printRecord(RELATION_COLUMNS);
    store.eachRelation(one -> print(printer, List.of(one.fromItem(), one.kind(), one.toItem())));
    printer.flush();
  }

  private static void print(CSVPrinter printer, List<String> cells) {
    try {
      printer.printRecord(cells.stream().map(CsvLines::shielded).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
