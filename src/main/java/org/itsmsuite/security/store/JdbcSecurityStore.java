package org.itsmsuite.security.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.database.Columns;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityPage;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Security incidents in the suite's own tables. */
@Repository
class JdbcSecurityStore implements SecurityStore {

  private static final String FROM = "select s.* from itsm.security_incident s ";

  private final JdbcClient jdbc;

  JdbcSecurityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String nextNumber() {
    return "SEC-%06d"
        .formatted(
            jdbc.sql("select nextval('itsm.security_incident_number')").query(Long.class).single());
  }

  @Override
  public void add(SecurityIncident incident) {
    Map<String, Object> row = SecurityRow.all(incident);
    var columns = new TreeSet<>(row.keySet());
    jdbc.sql(
            "insert into itsm.security_incident (%s) values (%s)"
                .formatted(
                    String.join(", ", columns),
                    columns.stream().map(one -> ":" + one).collect(Collectors.joining(", "))))
        .params(row)
        .update();
  }

  @Override
  public void save(SecurityIncident incident) {
    Map<String, Object> row = SecurityRow.changing(incident);
    var columns = new TreeSet<>(row.keySet());
    columns.remove("number");
    columns.remove("version");
    String set = columns.stream().map(one -> one + " = :" + one).collect(Collectors.joining(", "));
    int saved =
        jdbc.sql(
                "update itsm.security_incident set "
                    + set
                    + ", version = version + 1 where number = :number and version = :version")
            .params(row)
            .update();
    if (saved != 1) {
      throw new ConcurrentChangeException(incident.number());
    }
    incident.saved();
  }

  @Override
  public Optional<SecurityIncident> find(String number) {
    return jdbc.sql(FROM + "where s.number = ?").param(number).query(SecurityRow::read).optional();
  }

  @Override
  public Optional<SecurityIncident> lock(String number) {
    return jdbc.sql(FROM + "where s.number = ? for update")
        .param(number)
        .query(SecurityRow::read)
        .optional();
  }

  @Override
  public SecurityPage search(SecuritySearch search) {
    Map<String, Object> params = new HashMap<>(search.known().params());
    String where = " where " + search.known().sql();
    if (!search.statuses().isEmpty()) {
      where += " and s.status in (:statuses)";
      params.put("statuses", search.statuses().stream().map(Enum::name).toList());
    }
    long total =
        jdbc.sql("select count(*) from itsm.security_incident s" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("offset", (long) search.page() * search.size());
    params.put("size", search.size());
    return new SecurityPage(
        jdbc.sql(
                FROM
                    + where
                    + " order by s.opened_at desc, s.number desc"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query(SecurityRow::read)
            .list(),
        total);
  }

  @Override
  public List<SecurityIncident> inThread(UUID thread) {
    return jdbc.sql(FROM + "where s.thread = ? order by s.opened_at, s.number")
        .param(thread)
        .query(SecurityRow::read)
        .list();
  }

  @Override
  public void addEvent(String number, String record, Instant at) {
    jdbc.sql(
            """
            insert into itsm.security_event (security_incident, record, added_at)
            select cast(:number as varchar), cast(:record as varchar),
              cast(:at as timestamp(6) with time zone)
            where not exists (
              select 1 from itsm.security_event
              where security_incident = :number and record = :record)
            """)
        .param("number", number)
        .param("record", record)
        .param("at", Columns.utc(at))
        .update();
    if (!record.startsWith("SEC-")) {
      linkBack(number, record, at);
    }
  }

  /** The incident's own list of links, which names it to those only who may know of it. */
  private void linkBack(String number, String record, Instant at) {
    jdbc.sql(
            """
            insert into itsm.record_link (record, type, other, linked_at)
            select cast(:record as varchar), cast(:type as varchar), cast(:number as varchar),
              cast(:at as timestamp(6) with time zone)
            where not exists (
              select 1 from itsm.record_link
              where record = :record and type = :type and other = :number)
            """)
        .param("record", record)
        .param("type", "SECURITY_INCIDENT")
        .param("number", number)
        .param("at", Columns.utc(at))
        .update();
  }

  @Override
  public List<String> events(String number) {
    return jdbc.sql(
            """
            select record from itsm.security_event where security_incident = ?
            order by added_at, record
            """)
        .param(number)
        .query(String.class)
        .list();
  }

  @Override
  public List<SecurityIncident> having(String record) {
    return jdbc.sql(
            FROM
                + """
                join itsm.security_event e on e.security_incident = s.number
                where e.record = ? order by e.added_at desc, s.number desc
                """)
        .param(record)
        .query(SecurityRow::read)
        .list();
  }

  @Override
  public void leave(LeftMessage message) {
    jdbc.sql(
            """
            insert into itsm.record_message (record, interface_id, name, left_at, taken_up_as)
            values (:record, :interface, :name, :at, :takenUpAs)
            """)
        .param("record", message.record())
        .param("interface", message.interfaceId())
        .param("name", message.name())
        .param("at", Columns.utc(message.at()))
        .param("takenUpAs", message.takenUpAs())
        .update();
  }

  @Override
  public List<LeftMessage> messages(String number) {
    return jdbc.sql("select * from itsm.record_message where record = ? order by left_at")
        .param(number)
        .query(
            (row, n) ->
                new LeftMessage(
                    row.getString("record"),
                    row.getString("interface_id"),
                    row.getString("name"),
                    Columns.instant(row, "left_at"),
                    row.getString("taken_up_as")))
        .list();
  }
}
