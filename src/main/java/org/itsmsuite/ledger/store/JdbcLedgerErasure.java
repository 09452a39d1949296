package org.itsmsuite.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.ledger.LedgerErasure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole of the values once: erasing is rare, and an index on contents would cost always.
 */
class JdbcLedgerErasure implements LedgerErasure {

  private static final int AT_ONCE = 500;
  private static final String NAMES =
      "(content like :whole escape '!' or content like :recipient escape '!')";

  /** An address, in which the name may be spelt in other signs. */
  private static final String NAMES_OR_ADDRESSES =
      "("
          + NAMES
          + " or content like '\"/%' and (lower(content) like :part escape '!' or content like"
          + " '%!%%' escape '!'))";

  private record Place(String record, int position, String path) {}

  private record Value(Place place, String content, String account) {}

  private final JdbcClient jdbc;

  JdbcLedgerErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long count(String account) {
    UnitOfWork.flushAll();
    long count = 0;
    Place after = new Place("", 0, "");
    List<Value> page = page(account, after);
    while (!page.isEmpty()) {
      count += page.stream().filter(value -> isNamed(value, account)).count();
      after = page.get(page.size() - 1).place();
      page = page(account, after);
    }
    return count;
  }

  @Override
  public long countUnerasable(String account) {
    return jdbc.sql(
            "select count(*) from itsm.ledger_entry e where "
                + NAMES.replace("content", "e.canonical"))
        .param("whole", like(CanonicalJson.of(account)))
        .param("recipient", like(CanonicalJson.of("user:" + account)))
        .query(Long.class)
        .single();
  }

  @Override
  public long erase(String account, String pseudonym) {
    UnitOfWork.flushAll();
    long erased = 0;
    Place after = new Place("", 0, "");
    List<Value> page = page(account, after);
    while (!page.isEmpty()) {
      for (Value value : page) {
        if (isNamed(value, account)) {
          erase(value, account, pseudonym);
          erased++;
        }
      }
      after = page.get(page.size() - 1).place();
      page = page(account, after);
    }
    return erased;
  }

  private List<Value> page(String account, Place after) {
    return jdbc.sql(
            "select record, position, path, content, account from itsm.ledger_value where "
                + NAMES_OR_ADDRESSES
                + " and (record > :record or record = :record and (position > :position"
                + " or position = :position and path > :path))"
                + " order by record, position, path fetch first "
                + AT_ONCE
                + " rows only")
        .param("whole", like(CanonicalJson.of(account)))
        .param("recipient", like(CanonicalJson.of("user:" + account)))
        .param("part", part(account))
        .param("record", after.record())
        .param("position", after.position())
        .param("path", after.path())
        .query(JdbcLedgerErasure::value)
        .list();
  }

  private static boolean isNamed(Value value, String account) {
    Object json = CanonicalJson.parse(value.content());
    return !Objects.equals(json, renamed(json, account, ""));
  }

  private void erase(Value value, String account, String pseudonym) {
    String shown =
        CanonicalJson.of(renamed(CanonicalJson.parse(value.content()), account, pseudonym));
    jdbc.sql(
            """
            update itsm.ledger_value set salt = null, content = null, account = null
            where record = ? and position = ? and path = ?
            """)
        .params(value.place().record(), value.place().position(), value.place().path())
        .update();
    jdbc.sql(
            """
            insert into itsm.ledger_pseudonym (record, position, path, content, account)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            value.place().record(),
            value.place().position(),
            value.place().path(),
            shown,
            value.account() == null ? null : pseudonym)
        .update();
  }

  /** Whole texts only: the account, or the account as a recipient; and names in an address. */
  private static Object renamed(Object json, String account, String pseudonym) {
    if (json instanceof Map<?, ?> map) {
      Map<Object, Object> members = new LinkedHashMap<>();
      map.forEach((name, value) -> members.put(name, renamed(value, account, pseudonym)));
      return members;
    }
    if (json instanceof List<?> list) {
      return list.stream().map(value -> renamed(value, account, pseudonym)).toList();
    }
    if (account.equals(json)) {
      return pseudonym;
    }
    if (json instanceof String text && NamesInAddress.isAddress(text)) {
      return NamesInAddress.renamed(text, account, pseudonym);
    }
    return ("user:" + account).equals(json) ? "user:" + pseudonym : json;
  }

  @Override
  public List<Mention> mentions(String text, int most) {
    return jdbc.sql(
            """
            select record, position, path from itsm.ledger_value
            where lower(content) like :part escape '!' order by record, position, path
            fetch first :most rows only
            """)
        .param("part", part(text))
        .param("most", most)
        .query((row, n) -> new Mention(row.getString(1), row.getInt(2), row.getString(3)))
        .list();
  }

  @Override
  public List<Mention> left(String account, int most) {
    String name = account.toLowerCase(Locale.ROOT);
    try (Stream<Value> values =
        jdbc
            .sql(
                """
                select record, position, path, content, account from itsm.ledger_value
                where lower(content) like :part escape '!' order by record, position, path
                """)
            .param("part", part(account))
            .query(JdbcLedgerErasure::value)
            .stream()) {
      return values
          .filter(value -> isIn(renamed(CanonicalJson.parse(value.content()), account, ""), name))
          .limit(most)
          .map(Value::place)
          .map(place -> new Mention(place.record(), place.position(), place.path()))
          .toList();
    }
  }

  /** Whether one of the texts contains the name, which is in small letters. */
  private static boolean isIn(Object json, String name) {
    if (json instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(value -> isIn(value, name));
    }
    if (json instanceof List<?> list) {
      return list.stream().anyMatch(value -> isIn(value, name));
    }
    return json instanceof String text && text.toLowerCase(Locale.ROOT).contains(name);
  }

  private static Value value(ResultSet row, int n) throws SQLException {
    return new Value(
        new Place(row.getString(1), row.getInt(2), row.getString(3)),
        row.getString(4),
        row.getString(5));
  }

  /** Anywhere in a value in small letters. */
  private static String part(String text) {
    String quoted = CanonicalJson.of(text.toLowerCase(Locale.ROOT));
    return like(quoted.substring(1, quoted.length() - 1));
  }

  private static String like(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
