package org.itsmsuite.restriction.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Restrictions as rows: one for each restricted record, one for each name it concerns. */
@Repository
class JdbcRestrictions implements Restrictions {

  private static final String WORKING = "WORKING";
  private static final String NAMED = "NAMED";

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final AskedOnce asked = new AskedOnce();

  JdbcRestrictions(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void restrict(String record) {
    jdbc.sql(
            """
            insert into itsm.restricted_record (record, restricted_at)
            select cast(:record as varchar), cast(:at as timestamp(6) with time zone)
            where not exists (select 1 from itsm.restricted_record where record = :record)
            """)
        .param("record", record)
        .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
    asked.forget(record);
  }

  @Override
  public boolean isRestricted(String record) {
    return since(record).isPresent();
  }

  @Override
  public void askAnew(String record) {
    asked.forget(record);
  }

  @Override
  public Optional<Instant> since(String record) {
    return asked.of(record, this::read);
  }

  private Optional<Instant> read(String record) {
    return jdbc.sql("select restricted_at from itsm.restricted_record where record = ?")
        .param(record)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  @Override
  public void lift(String record) {
    jdbc.sql("delete from itsm.record_concerned where record = ?").param(record).update();
    jdbc.sql("delete from itsm.restricted_record where record = ?").param(record).update();
    asked.forget(record);
  }

  @Override
  public void name(String record, String concerned) {
    add(record, concerned, NAMED);
  }

  @Override
  public void worksOn(String record, String group) {
    if (!isRestricted(record)) {
      return;
    }
    jdbc.sql(
            """
            delete from itsm.record_concerned where record = ? and why = ? and concerned <> ?
            """)
        .params(record, WORKING, Concerned.group(group))
        .update();
    add(record, Concerned.group(group), WORKING);
  }

  private void add(String record, String concerned, String why) {
    if (!isRestricted(record)) {
      return;
    }
    jdbc.sql(
            """
            insert into itsm.record_concerned (record, concerned, why)
            select cast(:record as varchar), cast(:concerned as varchar), cast(:why as varchar)
            where not exists (
              select 1 from itsm.record_concerned
              where record = :record and concerned = :concerned and why = :why)
            """)
        .param("record", record)
        .param("concerned", concerned)
        .param("why", why)
        .update();
  }

  @Override
  public Set<String> concerned(String record) {
    return new TreeSet<>(
        jdbc.sql("select distinct concerned from itsm.record_concerned where record = ?")
            .param(record)
            .query(String.class)
            .list());
  }

  @Override
  public boolean mayKnow(Actor actor, String record) {
    return Concerned.knowsAll(access, actor)
        || !isRestricted(record)
        || hidden(actor, Set.of(record)).isEmpty();
  }

  @Override
  public Set<String> hidden(Actor actor, Collection<String> records) {
    if (records.isEmpty() || Concerned.knowsAll(access, actor)) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                select r.record from itsm.restricted_record r
                where r.record in (:records) and not exists (
                  select 1 from itsm.record_concerned c
                  where c.record = r.record and c.concerned in (:names))
                """)
            .param("records", records)
            .param("names", Concerned.names(actor))
            .query(String.class)
            .list());
  }

  @Override
  public KnownRecords known(Actor actor, String column) {
    if (Concerned.knowsAll(access, actor)) {
      return KnownRecords.ALL;
    }
    return new KnownRecords(
        """
        not exists (
          select 1 from itsm.restricted_record known_r
          where known_r.record = %s and not exists (
            select 1 from itsm.record_concerned known_c
            where known_c.record = known_r.record and known_c.concerned in (:knownNames)))
        """
            .formatted(column),
        Map.of("knownNames", Concerned.names(actor)));
  }
}
