package org.itsmsuite.monitoring.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.EventPage;
import org.itsmsuite.monitoring.KeptEvent;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.itsmsuite.monitoring.MonitoringStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code itsm.monitoring_event} and {@code itsm.monitoring_alarm}. */
@Repository
class JdbcMonitoringStore implements MonitoringStore {

  private static final String OF_RECORD =
      """
       from (
        select id, record as for_record, outcome as came_to
        from itsm.monitoring_event where record = :record
        union all
        select event, record, outcome from itsm.monitoring_event_beside where record = :record) o
      join itsm.monitoring_event e on e.id = o.id
      """;

  private final JdbcClient jdbc;

  JdbcMonitoringStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<KeptEvent> events(String source, String eventId) {
    return jdbc.sql(
            "select * from itsm.monitoring_event where source = ? and event_id = ?"
                + " order by earlier desc")
        .params(source, eventId)
        .query(JdbcMonitoringStore::keptEvent)
        .list();
  }

  @Override
  public void keep(KeptEvent kept, int earlier) {
    var event = kept.event();
    jdbc.sql(
            """
            insert into itsm.monitoring_event (source, event_id, service, configuration_item, title,
              severity, occurred_at, received_at, sender, outcome, record, alarm, earlier)
            values (:source, :eventId, :service, :item, :title, :severity, :occurredAt, :receivedAt,
              :sender, :outcome, :record, :alarm, :earlier)
            """)
        .param("source", event.source())
        .param("eventId", event.eventId())
        .param("service", event.service())
        .param("item", event.configurationItem())
        .param("title", event.title())
        .param("severity", event.severity())
        .param("occurredAt", utc(event.occurredAt()))
        .param("receivedAt", utc(kept.receivedAt()))
        .param("sender", kept.sender())
        .param("outcome", kept.outcome().name())
        .param("record", kept.record())
        .param("alarm", kept.alarm())
        .param("earlier", earlier)
        .update();
  }

  @Override
  public void keepBeside(MonitoringEvent event, String record, EventOutcome outcome) {
    jdbc.sql(
            """
            insert into itsm.monitoring_event_beside (event, record, outcome)
            select max(id), cast(:record as varchar), cast(:outcome as varchar)
            from itsm.monitoring_event where source = :source and event_id = :eventId
            """)
        .param("record", record)
        .param("outcome", outcome.name())
        .param("source", event.source())
        .param("eventId", event.eventId())
        .update();
  }

  @Override
  public List<Alarm> lock(String key) {
    return jdbc.sql(
            "select * from itsm.monitoring_alarm where alarm_key = ?"
                + " order by case when current_key is null then 1 else 0 end, first_at, id"
                + " for update")
        .param(key)
        .query(JdbcMonitoringStore::readAlarm)
        .list();
  }

  @Override
  public void stepAside(Alarm alarm) {
    jdbc.sql("update itsm.monitoring_alarm set current_key = null where id = ?")
        .param(alarm.id())
        .update();
  }

  @Override
  public void add(Alarm alarm, String key) {
    jdbc.sql(
            """
            insert into itsm.monitoring_alarm (id, current_key, alarm_key, source, service, configuration_item,
              title, record, events, first_at, last_at, recovered_at, recoveries)
            values (:id, :key, :key, :source, :service, :item, :title, :record, :count, :firstAt, :lastAt,
              :recoveredAt, :recoveries)
            """)
        .param("key", key)
        .param("source", alarm.source())
        .param("service", alarm.service())
        .param("item", alarm.configurationItem())
        .param("title", alarm.title())
        .param("id", alarm.id())
        .param("record", alarm.record())
        .param("count", alarm.count())
        .param("firstAt", utc(alarm.firstAt()))
        .param("lastAt", utc(alarm.lastAt()))
        .param("recoveredAt", utc(alarm.recoveredAt()))
        .param("recoveries", alarm.recoveries())
        .update();
  }

  @Override
  public void save(Alarm alarm) {
    jdbc.sql(
            """
            update itsm.monitoring_alarm set record = :record, events = :count, first_at = :firstAt,
              last_at = :lastAt, recovered_at = :recoveredAt, recoveries = :recoveries
            where id = :id
            """)
        .param("id", alarm.id())
        .param("record", alarm.record())
        .param("count", alarm.count())
        .param("firstAt", utc(alarm.firstAt()))
        .param("lastAt", utc(alarm.lastAt()))
        .param("recoveredAt", utc(alarm.recoveredAt()))
        .param("recoveries", alarm.recoveries())
        .update();
  }

  @Override
  public void retire(Alarm alarm) {
    jdbc.sql("update itsm.monitoring_alarm set current_key = null, alarm_key = null where id = ?")
        .param(alarm.id())
        .update();
  }

  @Override
  public Optional<Alarm> alarm(UUID id) {
    return jdbc.sql("select * from itsm.monitoring_alarm where id = ?")
        .param(id)
        .query(JdbcMonitoringStore::readAlarm)
        .optional();
  }

  @Override
  public List<Alarm> alarmsOf(String record) {
    return jdbc.sql("select * from itsm.monitoring_alarm where record = ? order by first_at, id")
        .param(record)
        .query(JdbcMonitoringStore::readAlarm)
        .list();
  }

  @Override
  public EventPage eventsOf(String record, int page, int size) {
    var events =
        jdbc.sql(
                "select e.*, o.for_record, o.came_to"
                    + OF_RECORD
                    + "order by e.id desc offset :offset rows fetch next :size rows only")
            .param("record", record)
            .param("offset", (long) page * size)
            .param("size", size)
            .query(JdbcMonitoringStore::eventOfRecord)
            .list();
    long total =
        jdbc.sql("select count(*)" + OF_RECORD).param("record", record).query(Long.class).single();
    return new EventPage(events, total);
  }

  /** As those see it whom this record concerns, whatever else the event was for. */
  private static KeptEvent eventOfRecord(ResultSet row, int number) throws SQLException {
    var kept = keptEvent(row, number);
    return new KeptEvent(
        kept.event(),
        kept.receivedAt(),
        kept.sender(),
        EventOutcome.valueOf(row.getString("came_to")),
        row.getString("for_record"),
        kept.alarm());
  }

  private static KeptEvent keptEvent(ResultSet row, int number) throws SQLException {
    return new KeptEvent(
        new MonitoringEvent(
            row.getString("source"),
            row.getString("event_id"),
            row.getString("service"),
            row.getString("configuration_item"),
            row.getString("title"),
            row.getString("severity"),
            instant(row, "occurred_at")),
        instant(row, "received_at"),
        row.getString("sender"),
        EventOutcome.valueOf(row.getString("outcome")),
        row.getString("record"),
        row.getObject("alarm", UUID.class));
  }

  private static Alarm readAlarm(ResultSet row, int number) throws SQLException {
    return new Alarm(
        row.getObject("id", UUID.class),
        row.getString("source"),
        row.getString("service"),
        row.getString("configuration_item"),
        row.getString("title"),
        row.getString("record"),
        row.getLong("events"),
        instant(row, "first_at"),
        instant(row, "last_at"),
        instant(row, "recovered_at"),
        row.getInt("recoveries"));
  }
}
