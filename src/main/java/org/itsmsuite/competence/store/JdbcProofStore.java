package org.itsmsuite.competence.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.competence.Proof;
import org.itsmsuite.competence.ProofStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProofStore implements ProofStore {

  /** {@link Proof#isInForce} in the database's words. */
  private static final String IN_FORCE =
      " valid_from <= :at and (valid_until is null or valid_until > :at) and entered_at <= :at"
          + " and (withdrawn_at is null or withdrawn_at > :at)";

  private final JdbcClient jdbc;

  JdbcProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lockEntry() {
    jdbc.sql("select id from itsm.competence_proof_entry where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  @Override
  public List<Proof> standing(String account, String skill, Instant now) {
    return jdbc.sql(
            "select * from itsm.competence_proof where account = :account and skill = :skill"
                + " and withdrawn_at is null and (valid_until is null or valid_until > :now)"
                + " order by entered_at, id")
        .param("account", account)
        .param("skill", skill)
        .param("now", utc(now))
        .query(JdbcProofStore::proof)
        .list();
  }

  @Override
  public void add(Proof proof) {
    jdbc.sql(
            """
            insert into itsm.competence_proof (id, account, skill, valid_from, valid_until,
              evidence, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            proof.id(),
            proof.account(),
            proof.skill(),
            utc(proof.from()),
            utc(proof.until()),
            proof.evidence(),
            proof.enteredBy(),
            utc(proof.enteredAt()))
        .update();
  }

  @Override
  public void withdraw(Proof proof) {
    jdbc.sql(
            "update itsm.competence_proof set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?"
                + " where id = ?")
        .params(proof.withdrawnBy(), utc(proof.withdrawnAt()), proof.withdrawnWhy(), proof.id())
        .update();
  }

  @Override
  public Optional<Proof> lock(UUID id) {
    return jdbc.sql("select * from itsm.competence_proof where id = ? for update")
        .param(id)
        .query(JdbcProofStore::proof)
        .optional();
  }

  @Override
  public List<String> proven(String account, Collection<String> skills, Instant at) {
    return jdbc.sql(
            "select distinct skill from itsm.competence_proof where account = :account"
                + " and skill in (:skills) and"
                + IN_FORCE)
        .param("account", account)
        .param("skills", skills)
        .param("at", utc(at))
        .query(String.class)
        .list();
  }

  @Override
  public List<String> whoIsProven(String skill, Collection<String> among, Instant at, int most) {
    if (among != null && among.isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = new HashMap<>();
    params.put("skill", skill);
    params.put("at", utc(at));
    params.put("most", most);
    String only = "";
    if (among != null) {
      only = " and account in (:among)";
      params.put("among", among);
    }
    return jdbc.sql(
            "select distinct account from itsm.competence_proof where skill = :skill"
                + only
                + " and"
                + IN_FORCE
                + " order by account fetch first :most rows only")
        .params(params)
        .query(String.class)
        .list();
  }

  @Override
  public Page find(String account, Instant at, int page, int size) {
    Map<String, Object> params = new HashMap<>();
    String where = " from itsm.competence_proof where 1 = 1";
    if (account != null) {
      where += " and account = :account";
      params.put("account", account);
    }
    if (at != null) {
      where += " and" + IN_FORCE;
      params.put("at", utc(at));
    }
    long total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    params.put("offset", (long) page * size);
    params.put("size", size);
    List<Proof> items =
        jdbc.sql(
                "select *"
                    + where
                    + " order by entered_at desc, id"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query(JdbcProofStore::proof)
            .list();
    return new Page(items, page, size, total);
  }

  private static Proof proof(ResultSet row, int n) throws SQLException {
    return new Proof(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("skill"),
        instant(row, "valid_from"),
        instant(row, "valid_until"),
        row.getString("evidence"),
        row.getString("entered_by"),
        instant(row, "entered_at"),
        row.getString("withdrawn_by"),
        instant(row, "withdrawn_at"),
        row.getString("withdrawn_why"));
  }
}
