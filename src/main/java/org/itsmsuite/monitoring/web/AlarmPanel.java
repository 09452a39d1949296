package org.itsmsuite.monitoring.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What monitoring says about an incident, on its page; for those who may read its events. */
@Component
class AlarmPanel implements RecordPanels {

  private static final int ORDER = 8;

  private final Monitoring monitoring;
  private final Catalogue catalogue;
  private final ZoneId zone;

  AlarmPanel(Monitoring monitoring, Catalogue catalogue, @Value("${itsm.time-zone}") ZoneId zone) {
    this.monitoring = monitoring;
    this.catalogue = catalogue;
    this.zone = zone;
  }

  /** What the template shows. */
  record Data(List<Row> rows) {}

  /**
   * One alarm.
   *
   * @param component service and, if the source names one, configuration item
   * @param count events that raised it
   * @param recoveredAt null while it lasts
   * @param recoveries how often it was over so far
   */
  record Row(
      String title,
      String source,
      String component,
      long count,
      ZonedDateTime firstAt,
      ZonedDateTime lastAt,
      ZonedDateTime recoveredAt,
      int recoveries) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal || !record.practice().equals("incident")) {
      return List.of();
    }
    List<Row> rows = monitoring.alarmsOf(record.number()).stream().map(this::row).toList();
    return rows.isEmpty()
        ? List.of()
        : List.of(new RecordPanel(ORDER, true, "monitoring/alarms", new Data(rows)));
  }

  private Row row(Alarm alarm) {
    return new Row(
        alarm.title(),
        alarm.source(),
        component(alarm),
        alarm.count(),
        time(alarm.firstAt()),
        time(alarm.lastAt()),
        time(alarm.recoveredAt()),
        alarm.recoveries());
  }

  private String component(Alarm alarm) {
    String service = catalogue.serviceName(alarm.service());
    return alarm.configurationItem() == null
        ? service
        : alarm.configurationItem() + " (" + service + ")";
  }

  private ZonedDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(zone);
  }
}
