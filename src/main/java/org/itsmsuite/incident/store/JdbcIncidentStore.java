package org.itsmsuite.incident.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.database.Columns;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Incidents in the suite's own tables. Within a transaction each is one object, see {@link
 * HeldIncidents}.
 */
@Repository
class JdbcIncidentStore implements IncidentStore {

  private static final String INSERT =
      """
      insert into itsm.incident (
        number, thread, opened_at, status, title, description, service, customer, configuration_item, kind,
        channel, requester, reporter, security, mechanism, category, impact, urgency, priority, triaged,
        duplicate_of, security_found, major, support_group, assignee, support_level, reassignments, waiting_for, waiting_since,
        reminders, resolution, resolution_code, problem_suspected, resolved_at, closed_at, reopenings, resolved_by,
        run_instance, run_key, run_version, run_version_tag, run_bundle, parent, version)
      values (
        :number, :thread, :opened_at, :status, :title, :description, :service, :customer,
        :configuration_item, :kind, :channel, :requester, :reporter, :security, :mechanism, :category,
        :impact, :urgency, :priority, :triaged, :duplicate_of, :security_found, :major, :support_group, :assignee, :support_level,
        :reassignments, :waiting_for, :waiting_since, :reminders, :resolution, :resolution_code,
        :problem_suspected, :resolved_at, :closed_at, :reopenings, :resolved_by, :run_instance, :run_key, :run_version,
        :run_version_tag, :run_bundle, :parent, :version)
      """;
  private static final String UPDATE =
      """
      update itsm.incident set
        status = :status, mechanism = :mechanism, category = :category, impact = :impact, urgency = :urgency,
        priority = :priority, triaged = :triaged, duplicate_of = :duplicate_of,
        security_found = :security_found, major = :major,
        support_group = :support_group, assignee = :assignee, support_level = :support_level,
        reassignments = :reassignments, waiting_for = :waiting_for, waiting_since = :waiting_since,
        reminders = :reminders, resolution = :resolution, resolution_code = :resolution_code,
        problem_suspected = :problem_suspected, resolved_at = :resolved_at, closed_at = :closed_at,
        reopenings = :reopenings, resolved_by = :resolved_by, run_instance = :run_instance, run_key = :run_key,
        run_version = :run_version, run_version_tag = :run_version_tag, run_bundle = :run_bundle,
        parent = :parent, version = version + 1
      where number = :number and version = :version
      """;

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  JdbcIncidentStore(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  @Override
  public String nextNumber() {
    return UnitOfWork.quietly(
        () ->
            "INC-%06d"
                .formatted(
                    jdbc.sql("select nextval('itsm.incident_number')").query(Long.class).single()));
  }

  private Optional<HeldIncidents> held() {
    return UnitOfWork.part(this, () -> new HeldIncidents(this::insert, this::update));
  }

  @Override
  public void add(Incident incident) {
    held().ifPresentOrElse(held -> held.add(incident), () -> insert(incident));
  }

  private void insert(Incident incident) {
    jdbc.sql(INSERT).params(IncidentRow.all(incident)).update();
  }

  @Override
  public void save(Incident incident) {
    held().ifPresentOrElse(held -> held.save(incident), () -> update(incident));
  }

  private void update(Incident incident) {
    if (jdbc.sql(UPDATE).params(IncidentRow.changing(incident)).update() != 1) {
      throw new ConcurrentChangeException(incident.number());
    }
    incident.saved();
  }

  @Override
  public Optional<Incident> find(String number) {
    return held()
        .map(held -> held.find(number).or(() -> read(number, "").map(held::keep)))
        .orElseGet(() -> read(number, ""));
  }

  @Override
  public Optional<Incident> lock(String number) {
    held().ifPresent(HeldIncidents::flush);
    Optional<Incident> locked = read(number, " for update");
    held().ifPresent(held -> locked.ifPresent(held::keep));
    restrictions.askAnew(number);
    return locked;
  }

  private Optional<Incident> read(String number, String lock) {
    return UnitOfWork.quietly(
        () ->
            jdbc.sql("select * from itsm.incident where number = :number" + lock)
                .param("number", number)
                .query(IncidentRow::read)
                .optional());
  }

  @Override
  public IncidentPage search(IncidentSearch search) {
    var query = new IncidentSql(search, restrictions.known(search.scope().viewer(), "i.number"));
    long total = jdbc.sql(query.count()).params(query.params()).query(Long.class).single();
    return new IncidentPage(
        jdbc.sql(query.page()).params(query.params()).query(IncidentRow::read).list(), total);
  }

  @Override
  public List<String> priorities(Actor viewer) {
    var known = restrictions.known(viewer, "i.number");
    return jdbc.sql(
            """
            select p.priority
            from (select distinct priority from itsm.incident where priority is not null) p
            where exists (select 1 from itsm.incident i where i.priority = p.priority and %s)
            order by p.priority
            """
                .formatted(known.sql()))
        .params(known.params())
        .query(String.class)
        .list();
  }

  @Override
  public List<Incident> inThread(UUID thread, Actor viewer) {
    var known = restrictions.known(viewer, "number");
    return jdbc.sql(
            """
            with own as (select number, parent from itsm.incident where thread = :thread and %s)
            select * from itsm.incident where number in (
              select number from own
              union select parent from own
              union select i.number from itsm.incident i join own on i.parent = own.number
              union select l.other from itsm.record_link l join own on l.record = own.number)
            order by opened_at, number
            """
                .formatted(known.sql()))
        .param("thread", thread)
        .params(known.params())
        .query(IncidentRow::read)
        .list();
  }

  @Override
  public void leave(LeftMessage message) {
    jdbc.sql(
            "insert into itsm.record_message (record, interface_id, name, left_at, taken_up_as)"
                + " values (:record, :interface, :name, :at, :takenUpAs)")
        .param("record", message.record())
        .param("interface", message.interfaceId())
        .param("name", message.name())
        .param("at", message.at().atOffset(ZoneOffset.UTC))
        .param("takenUpAs", message.takenUpAs())
        .update();
  }

  @Override
  public List<LeftMessage> messages(String number) {
    return jdbc.sql("select * from itsm.record_message where record = :record order by left_at")
        .param("record", number)
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

  @Override
  public void link(String number, String type, String other, Instant at) {
    jdbc.sql(
            """
            insert into itsm.record_link (record, type, other, linked_at)
            select :record, :type, :other, :at
            where not exists (select 1 from itsm.record_link where record = :record and type = :type and other = :other)
            """)
        .param("record", number)
        .param("type", type)
        .param("other", other)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Link> links(String number) {
    return jdbc.sql(
            """
            select 'CHILD_OF' as type, parent as other, 1 as place,
                cast(null as timestamp(6) with time zone) as linked_at
            from itsm.incident where number = :record and parent is not null
            union all
            select 'PARENT_OF', number, 2, null
            from itsm.incident where parent = :record
            union all
            select type, other, 3, linked_at from itsm.record_link where record = :record
            order by place, linked_at, other
            """)
        .param("record", number)
        .query((row, n) -> new Link(row.getString("type"), row.getString("other")))
        .list();
  }
}
