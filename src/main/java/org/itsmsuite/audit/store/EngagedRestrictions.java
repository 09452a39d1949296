package org.itsmsuite.audit.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.audit.AuditedPractices;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.audit.Readers;
import org.itsmsuite.audit.Standings;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordTable;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whatever asks which records somebody may know of hears of an auditor's engagement here: lists,
 * counts, searches, the ledger, mentions. A practice whose records no bean describes lies in no
 * engagement.
 */
@Component
@Primary
class EngagedRestrictions implements Restrictions, AuditedPractices {

  private final Restrictions everybody;
  private final Standings standings;
  private final Readers readers;
  private final ObjectProvider<RecordTable> tables;
  private final ObjectProvider<RecordPractice> practices;
  private final JdbcClient jdbc;

  EngagedRestrictions(
      @Qualifier("jdbcRestrictions") Restrictions everybody,
      Standings standings,
      Readers readers,
      ObjectProvider<RecordTable> tables,
      ObjectProvider<RecordPractice> practices,
      JdbcClient jdbc) {
    this.everybody = everybody;
    this.standings = standings;
    this.readers = readers;
    this.tables = tables;
    this.practices = practices;
    this.jdbc = jdbc;
  }

  @Override
  public List<String> names() {
    return tables.stream().map(RecordTable::practice).sorted().toList();
  }

  private static boolean isEngaged(Actor actor) {
    return actor.isIn(Groups.ENGAGED_AUDITORS);
  }

  private List<Engagement> engagements(Actor actor) {
    return standings.of(actor.id(), Set.of()).engagements();
  }

  private ScopeSql sql() {
    return new ScopeSql(tables.stream().toList());
  }

  /** Chains of the ledger that are no records and still theirs to read. */
  private Set<String> chains(Actor actor, List<Engagement> engagements) {
    Set<String> chains = new TreeSet<>();
    readers.find(actor.id()).ifPresent(chains::add);
    for (Engagement one : engagements) {
      chains.add("audit-engagement:" + one.id());
      tables.stream()
          .filter(table -> one.scope().hasPractice(table.practice()))
          .forEach(table -> chains.add("release:" + table.bundle()));
    }
    return chains;
  }

  @Override
  public KnownRecords known(Actor actor, String column) {
    if (!isEngaged(actor)) {
      return everybody.known(actor, column);
    }
    List<Engagement> engagements = engagements(actor);
    ScopeSql sql = sql();
    String condition = sql.condition(column, engagements, chains(actor, engagements));
    return new KnownRecords(condition, sql.params());
  }

  @Override
  public boolean mayKnow(Actor actor, String record) {
    return isEngaged(actor)
        ? record != null
            && (within(actor, Set.of(record)).contains(record)
                || chains(actor, engagements(actor)).contains(record))
        : everybody.mayKnow(actor, record);
  }

  @Override
  public Set<String> hidden(Actor actor, Collection<String> records) {
    if (!isEngaged(actor) || records.isEmpty()) {
      return everybody.hidden(actor, records);
    }
    Set<String> hidden = new HashSet<>(there(records));
    hidden.removeAll(within(actor, records));
    records.stream().filter(this::isOfAnotherPractice).forEach(hidden::add);
    return hidden;
  }

  /** Those of the numbers that are records within an engagement. */
  private Set<String> within(Actor actor, Collection<String> records) {
    ScopeSql sql = sql();
    var condition = sql.condition("r.number", engagements(actor), Set.of());
    var params = new HashMap<String, Object>(sql.params());
    params.put("engRecords", records);
    return new HashSet<>(
        jdbc.sql(
                "select r.number from "
                    + sql.allRecords()
                    + " r where r.number in (:engRecords) and "
                    + condition)
            .params(params)
            .query(String.class)
            .list());
  }

  private Set<String> there(Collection<String> records) {
    return new HashSet<>(
        jdbc.sql("select r.number from " + sql().allRecords() + " r where r.number in (:records)")
            .param("records", records)
            .query(String.class)
            .list());
  }

  private boolean isOfAnotherPractice(String record) {
    List<String> described = names();
    return practices.stream()
        .anyMatch(practice -> practice.owns(record) && !described.contains(practice.name()));
  }

  @Override
  public void restrict(String record) {
    everybody.restrict(record);
  }

  @Override
  public boolean isRestricted(String record) {
    return everybody.isRestricted(record);
  }

  @Override
  public void lift(String record) {
    everybody.lift(record);
  }

  @Override
  public void askAnew(String record) {
    everybody.askAnew(record);
  }

  @Override
  public Optional<Instant> since(String record) {
    return everybody.since(record);
  }

  @Override
  public void name(String record, String concerned) {
    everybody.name(record, concerned);
  }

  @Override
  public void worksOn(String record, String group) {
    everybody.worksOn(record, group);
  }

  @Override
  public Set<String> concerned(String record) {
    return everybody.concerned(record);
  }
}
