package org.itsmsuite.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.configuration.ImportReport.Finding;
import org.itsmsuite.configuration.ImportReport.Table;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items and relations as tables: whole or not at all. */
class ItemTablesTest {

  private static final String THREE =
      """
      id,type,name,criticality,designation,attributes.location
      a,server,Host A,HIGH,Decided,Room 1
      b,server,"Host, B",LOW,"Decided
      twice",
      c,server,Host C,LOW,Decided,
      """;

  private final TestDatabase database = TestDatabase.create();
  private final Stock stock = Stock.of(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static List<String> places(ImportReport report) {
    return report.findings().stream()
        .map(one -> one.line() + " " + one.column() + " " + one.key())
        .toList();
  }

  private String refusedWith(String csv) {
    try {
      stock.taken(csv);
      return null;
    } catch (Refusal refusal) {
      assertThat(refusal.key()).isEqualTo("configuration.import-refused");
      return refusal.offences().get(0).field() + " " + refusal.offences().get(0).key();
    }
  }

  @Test
  void aTryTellsWhatWouldComeOfItAndChangesNothing() {
    ImportReport report = stock.tried(THREE);

    assertThat(report).isEqualTo(new ImportReport(Table.ITEMS, 3, 3, 0, 0, List.of(), 0));
    assertThat(stock.register.find("a")).isEmpty();
    assertThat(stock.ledger.facts()).isEmpty();
  }

  @Test
  void aTableIsTakenInAndTheSameASecondTimeChangesNothing() {
    assertThat(stock.taken(THREE).created()).isEqualTo(3);
    int facts = stock.ledger.facts().size();

    ImportReport again = stock.taken(THREE);
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(stock.ledger.facts()).hasSize(facts);
    assertThat(stock.register.find("a").orElseThrow().attributes())
        .isEqualTo(Map.of("location", "Room 1"));
    assertThat(stock.register.find("b").orElseThrow().name()).isEqualTo("Host, B");
    assertThat(stock.register.history("a").get(0).why()).isEqualTo("Stocktaking");
  }

  @Test
  void onlyWhatIsWrittenBecomesDifferent() {
    stock.taken(THREE);
    ImportReport report =
        stock.taken("id,status,attributes.location\na,in-use,\nb,in-use,Room 2\nc,planned,\n");

    assertThat(report.changed()).isEqualTo(2);
    assertThat(report.unchanged()).isEqualTo(1);
    Item a = stock.register.find("a").orElseThrow();
    assertThat(a.status()).isEqualTo("in-use");
    assertThat(a.name()).isEqualTo("Host A");
    assertThat(a.attributes()).isEmpty();
    assertThat(a.version()).isEqualTo(2);
  }

  @Test
  void oneWrongLineAndNothingIsTakenIn() {
    assertThat(refusedWith(THREE + "d,rocket,Host D,LOW,Decided,\n"))
        .isEqualTo("line 6, type configuration.unknown-type");
    assertThat(stock.register.find("a")).isEmpty();
    assertThat(stock.affected("a")).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldWithLineAndColumn() {
    stock.servers("old");
    stock.done(() -> stock.register.retire("old", null, "Scrapped"));
    ImportReport report =
        stock.tried(
            """
            id,type,name,criticality,designation,outcome
            a,record,Minutes,HIGH,Decided,
            s,service,Printing,HIGH,Decided,

            b,server,,huge,Decided,
            b,server,Again,LOW,Decided,
            c,server
            old,server,Old,LOW,Decided,
            """);

    assertThat(places(report))
        .containsExactlyInAnyOrder(
            "2 type configuration.never-an-item",
            "3 outcome configuration.no-outcome",
            "5 name request.missing",
            "5 criticality configuration.wrong-value",
            "6 id configuration.twice",
            "7 null configuration.csv-width",
            "8 id configuration.retired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1 null configuration.csv-empty",
        "name,type\\na,b|1 id configuration.csv-missing-column",
        "id,colour\\na,b|1 colour configuration.csv-unknown-column",
        "id,id\\na,b|1 null configuration.csv-column-twice",
        "from,kind\\na,b|1 to configuration.csv-missing-column",
        "id,name\\na,\"x\\nb,y|2 null configuration.csv-broken",
        "id,name\\na,\"x\"y|2 null configuration.csv-broken",
      })
  void whatCannotBeReadIsRefusedWithItsLine(String csv, String place) {
    assertThat(places(stock.tried(csv.replace("\\n", "\n")))).containsExactly(place);
  }

  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    byte[] latin = "id,name\na,Gerät\n".getBytes(StandardCharsets.ISO_8859_1);
    ImportReport report = stock.tables.tried(new ByteArrayInputStream(latin));
    assertThat(report.findings())
        .extracting(Finding::key)
        .containsExactly("configuration.csv-not-utf8");
  }

  @Test
  void spreadsheetsWriteSemicolonsAndAMark() {
    assertThat(
            stock.taken("\uFEFF" + THREE.replace(',', ';').replace("Host; B", "Host B")).created())
        .isEqualTo(3);
  }

  @Test
  void relationsAreTakenInTwiceWithTheSameOutcome() {
    stock.taken(THREE);
    String relations = "from,kind,to\na,depends-on,b\nb,depends-on,c\n";
    assertThat(stock.tried(relations).created()).isEqualTo(2);
    assertThat(stock.affected("c")).isEmpty();

    assertThat(stock.taken(relations).created()).isEqualTo(2);
    assertThat(stock.affected("c")).containsExactly("b", "a");
    assertThat(stock.taken(relations).unchanged()).isEqualTo(2);
    assertThat(stock.register.relationsOf("b", null)).hasSize(2);
  }

  @Test
  void unknownItemsAreRefusedAndNothingIsHalfDone() {
    stock.taken(THREE);
    ImportReport report =
        stock.tried("from,kind,to\na,depends-on,b\na,depends-on,nowhere\nb,loves,b\n");

    assertThat(places(report))
        .containsExactlyInAnyOrder(
            "3 to configuration.unknown-item",
            "4 kind configuration.unknown-kind",
            "4 to configuration.self-relation");
    assertThat(refusedWith("from,kind,to\na,depends-on,b\na,depends-on,nowhere\n"))
        .isEqualTo("line 3, to configuration.unknown-item");
    assertThat(stock.register.relationsOf("a", null)).isEmpty();
  }

  @Test
  void aCircleIsToldAtTheLineThatClosesIt() {
    stock.taken(THREE);
    stock.relate("a", "depends-on", "b");
    ImportReport report = stock.tried("from,kind,to\nb,depends-on,c\nc,runs-on,a\n");

    assertThat(places(report)).containsExactly("3 to configuration.cycle");
    assertThat(report.findings().get(0).detail()).contains(" → ");
    assertThat(refusedWith("from,kind,to\nb,depends-on,c\nc,runs-on,a\n"))
        .isEqualTo("line 3, to configuration.cycle");
    assertThat(stock.affected("c")).isEmpty();
  }

  @Test
  void aLongChainIsNoCircleAndBreaksNothing() {
    var items = new StringBuilder("id,type,name,criticality,designation\n");
    var relations = new StringBuilder("from,kind,to\n");
    int length = 20_000;
    for (int i = 0; i < length; i++) {
      items.append("i").append(i).append(",server,Host,LOW,Decided\n");
      if (i > 0) {
        relations.append("i").append(i).append(",depends-on,i").append(i - 1).append("\n");
      }
    }
    assertThat(stock.taken(items.toString()).created()).isEqualTo(length);
    assertThat(stock.tried(relations.toString()).findings()).isEmpty();
    ImportReport closed = stock.tried(relations + "i0,depends-on,i" + (length - 1) + "\n");
    assertThat(places(closed)).containsExactly((length + 1) + " to configuration.cycle");
    assertThat(closed.findings().get(0).detail()).hasSizeLessThan(500);
  }

  @Test
  void onlySoManyFindingsAreListedAndTheRestIsCounted() {
    ImportReport report = stock.tried("id,type\n" + "?,server\n".repeat(300));
    assertThat(report.findings()).hasSize(200);
    assertThat(report.moreFindings()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "'=quoted", "@home", "-5", "+49", "plain", "'plain"})
  void whatIsWrittenOutComesBackUnchangedAndIsNoFormula(String name) throws IOException {
    stock.done(
        () ->
            stock.register.create(Stock.fields(Map.of("id", "a", "type", "server", "name", name))));
    var csv = new StringBuilder();
    stock.tables.writeItems(csv);

    assertThat(csv.toString()).doesNotContainPattern("(^|,)\"?[=@+-]");
    ImportReport again = stock.taken(csv.toString());
    assertThat(again.unchanged()).as(csv.toString()).isEqualTo(1);
  }

  @Test
  void relationsThatAreWrittenOutComeBackUnchanged() throws IOException {
    stock.taken(THREE);
    stock.relate("a", "depends-on", "b");
    var csv = new StringBuilder();
    stock.tables.writeRelations(csv);
    assertThat(csv.toString()).isEqualTo("from,kind,to\r\na,depends-on,b\r\n");
    assertThat(stock.taken(csv.toString()).unchanged()).isEqualTo(1);
  }

  @Test
  void aStreamThatBreaksOffTakesNothingIn() {
    var broken =
        new SequenceInputStream(
            new ByteArrayInputStream(THREE.getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }
            });
    assertThatThrownBy(
            () ->
                stock.done(
                    () -> {
                      try {
                        return stock.tables.taken(broken, "Why");
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(stock.register.find("a")).isEmpty();
  }
}
