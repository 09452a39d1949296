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

  private final JdbcClient jdbc;

  JdbcMonitoringStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<KeptEvent> event(String source, String eventId) {
    return jdbc.sql("select * from itsm.monitoring_event where source = ? and event_id = ?")
        .params(source, eventId)
        .query(JdbcMonitoringStore::keptEvent)
        .optional();
  }

  @Override
  public void keep(KeptEvent kept) {
    var event = kept.event();
    jdbc.sql(
            """
            insert into itsm.monitoring_event (source, event_id, service, configuration_item, title,
              severity, occurred_at, received_at, sender, outcome, record, alarm)
            values (:source, :eventId, :service, :item, :title, :severity, :occurredAt, :receivedAt,
              :sender, :outcome, :record, :alarm)
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
        .update();
  }

  @Override
  public Optional<Alarm> lock(String key) {
    return jdbc.sql("select * from itsm.monitoring_alarm where current_key = ? for update")
        .param(key)
        .query(JdbcMonitoringStore::readAlarm)
        .optional();
  }

  @Override
  public void add(Alarm alarm, String key) {
    jdbc.sql(
            """
            insert into itsm.monitoring_alarm (id, current_key, source, service, configuration_item,
              title, record, events, first_at, last_at, recovered_at, recoveries)
            values (:id, :key, :source, :service, :item, :title, :record, :count, :firstAt, :lastAt,
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
    jdbc.sql("update itsm.monitoring_alarm set current_key = null where id = ?")
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
                """
                select * from itsm.monitoring_event where record = :record
                order by id desc offset :offset rows fetch next :size rows only
                """)
            .param("record", record)
            .param("offset", (long) page * size)
            .param("size", size)
            .query(JdbcMonitoringStore::keptEvent)
            .list();
    long total =
        jdbc.sql("select count(*) from itsm.monitoring_event where record = ?")
            .param(record)
            .query(Long.class)
            .single();
    return new EventPage(events, total);
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
