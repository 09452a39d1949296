package org.itsmsuite.change.vote.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.vote.Agenda;
import org.itsmsuite.change.vote.AgendaItem;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Minute;
import org.itsmsuite.change.vote.Presence;
import org.itsmsuite.change.vote.Proceeding;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Sitting;
import org.itsmsuite.change.vote.SittingStore;
import org.itsmsuite.database.InsertOnce;
import org.itsmsuite.restriction.KnownRecords;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sittings in the suite's own tables. */
@Repository
class JdbcSittingStore implements SittingStore {

  private static final String OPEN_VOTES =
      " from itsm.change_vote v join itsm.change_record c on c.number = v.change"
          + " where v.board = :board and v.closed_at is null and ";

  /** Later than whatever happens while a sitting is open. */
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final InsertOnce sittings;

  JdbcSittingStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.sittings =
        new InsertOnce(
            template,
            "insert into itsm.cab_sitting (id, board, open_board, opened_by, opened_at)"
                + " values (?, ?, ?, ?, ?)");
  }

  @Override
  public boolean add(Sitting sitting) {
    return sittings.insert(
        new Object[] {
          sitting.id(),
          sitting.board(),
          sitting.board(),
          sitting.openedBy(),
          utc(sitting.openedAt())
        });
  }

  @Override
  public void close(Sitting sitting) {
    jdbc.sql(
            """
            update itsm.cab_sitting
            set open_board = null, closed_by = ?, closed_at = ?, remarks = ?
            where id = ?
            """)
        .params(sitting.closedBy(), utc(sitting.closedAt()), sitting.remarks(), sitting.id())
        .update();
  }

  @Override
  public Optional<Sitting> find(UUID id) {
    return jdbc.sql("select * from itsm.cab_sitting where id = ?")
        .param(id)
        .query(JdbcSittingStore::sitting)
        .optional();
  }

  @Override
  public Optional<Sitting> lock(UUID id) {
    return jdbc.sql("select * from itsm.cab_sitting where id = ? for update")
        .param(id)
        .query(JdbcSittingStore::sitting)
        .optional();
  }

  @Override
  public Optional<Sitting> open(String board) {
    return jdbc.sql("select * from itsm.cab_sitting where open_board = ?")
        .param(board)
        .query(JdbcSittingStore::sitting)
        .optional();
  }

  @Override
  public List<Sitting> of(String board, int page, int size) {
    return jdbc.sql(
            "select * from itsm.cab_sitting where board = :board order by opened_at desc, id"
                + " offset :offset rows fetch next :size rows only")
        .param("board", board)
        .param("offset", (long) page * size)
        .param("size", size)
        .query(JdbcSittingStore::sitting)
        .list();
  }

  private static Sitting sitting(ResultSet row, int n) throws SQLException {
    return new Sitting(
        row.getObject("id", UUID.class),
        row.getString("board"),
        row.getString("opened_by"),
        instant(row, "opened_at"),
        row.getString("closed_by"),
        instant(row, "closed_at"),
        row.getString("remarks"));
  }

  @Override
  public Map<String, Presence> attendance(UUID sitting) {
    Map<String, Presence> attendance = new LinkedHashMap<>();
    jdbc.sql("select account, presence from itsm.cab_attendance where sitting = ? order by account")
        .param(sitting)
        .query(
            row -> {
              attendance.put(row.getString("account"), Presence.valueOf(row.getString("presence")));
            });
    return attendance;
  }

  @Override
  public void attend(UUID sitting, Map<String, Presence> attendance) {
    jdbc.sql("delete from itsm.cab_attendance where sitting = ?").param(sitting).update();
    attendance.forEach(
        (account, presence) ->
            jdbc.sql(
                    "insert into itsm.cab_attendance (sitting, account, presence) values (?, ?, ?)")
                .params(sitting, account, presence.name())
                .update());
  }

  @Override
  public void note(UUID sitting, Minute minute) {
    jdbc.sql("delete from itsm.cab_minute where sitting = ? and change = ?")
        .params(sitting, minute.change())
        .update();
    jdbc.sql(
            "insert into itsm.cab_minute (sitting, change, said, noted_by, noted_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(sitting, minute.change(), minute.said(), minute.by(), utc(minute.at()))
        .update();
  }

  @Override
  public boolean isOf(String board, String change) {
    return jdbc.sql("select count(*) from itsm.change_vote where change = ? and board = ?")
            .params(change, board)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public Agenda agenda(String board, KnownRecords known, int page, int size) {
    Map<String, Object> params = new HashMap<>(known.params());
    params.put("board", board);
    String votes = OPEN_VOTES + known.sql();
    long total = jdbc.sql("select count(*)" + votes).params(params).query(Long.class).single();
    params.put("offset", (long) page * size);
    params.put("size", size);
    List<AgendaItem> items =
        jdbc.sql(
                "select v.change, v.number, v.quorum, v.due_at, c.title, c.service, c.category,"
                    + " c.risk_level, c.window_from, c.window_to"
                    + votes
                    + " order by v.due_at, v.change"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query((row, n) -> item(row))
            .list();
    Map<String, List<AgendaItem.Seat>> seats =
        seats(items.stream().map(AgendaItem::change).toList());
    return new Agenda(
        items.stream().map(one -> one.with(seats.getOrDefault(one.change(), List.of()))).toList(),
        total);
  }

  private static AgendaItem item(ResultSet row) throws SQLException {
    String category = row.getString("category");
    String risk = row.getString("risk_level");
    var from = instant(row, "window_from");
    return new AgendaItem(
        row.getString("change"),
        row.getInt("number"),
        row.getString("title"),
        row.getString("service"),
        category == null ? null : Category.valueOf(category),
        risk == null ? null : RiskLevel.valueOf(risk),
        from == null ? null : new Window(from, instant(row, "window_to")),
        row.getInt("quorum"),
        instant(row, "due_at"),
        List.of());
  }

  /** Members of the open votes on these changes, each with the last ballot; in one query. */
  private Map<String, List<AgendaItem.Seat>> seats(List<String> changes) {
    Map<String, List<AgendaItem.Seat>> seats = new HashMap<>();
    if (changes.isEmpty()) {
      return seats;
    }
    jdbc.sql(
            """
            select m.change, m.account, m.chair, b.choice, b.how, b.cast_by, b.reason
            from itsm.change_vote v
            join itsm.change_vote_member m on m.change = v.change and m.vote = v.number
            left join itsm.change_ballot b on b.change = m.change and b.vote = m.vote
              and b.voter = m.account and not exists (select 1 from itsm.change_ballot l
                where l.change = b.change and l.vote = b.vote and l.voter = b.voter
                  and l.position > b.position)
            where v.change in (:changes) and v.closed_at is null
            order by m.change, m.position
            """)
        .param("changes", changes)
        .query(
            row -> {
              String choice = row.getString("choice");
              seats
                  .computeIfAbsent(row.getString("change"), none -> new ArrayList<>())
                  .add(
                      new AgendaItem.Seat(
                          row.getString("account"),
                          row.getBoolean("chair"),
                          choice == null ? null : Choice.valueOf(choice),
                          choice == null ? null : Ballot.How.valueOf(row.getString("how")),
                          row.getString("cast_by"),
                          row.getString("reason")));
            });
    return seats;
  }

  @Override
  public List<Proceeding> proceedings(Sitting sitting, KnownRecords known) {
    Map<String, Object> params = new HashMap<>(known.params());
    params.put("board", sitting.board());
    params.put("sitting", sitting.id());
    params.put("from", utc(sitting.openedAt()));
    params.put("to", utc(sitting.isOpen() ? FAR : sitting.closedAt()));
    Map<String, List<Ballot>> ballots = ballots(params);
    return jdbc.sql(
            """
            select c.number, c.title, n.said, e.result, e.closed_at
            from itsm.change_record c
            left join itsm.cab_minute n on n.sitting = :sitting and n.change = c.number
            left join itsm.change_vote e on e.change = c.number and e.board = :board
              and e.closed_at >= :from and e.closed_at < :to
            where (n.change is not null or e.change is not null
                or exists (select 1 from itsm.change_ballot b
                  join itsm.change_vote v on v.change = b.change and v.number = b.vote
                  where b.change = c.number and v.board = :board
                    and b.cast_at >= :from and b.cast_at < :to))
              and\s"""
                + known.sql()
                + " order by c.number, e.number")
        .params(params)
        .query(
            (row, n) -> {
              String result = row.getString("result");
              String change = row.getString("number");
              return new Proceeding(
                  change,
                  row.getString("title"),
                  ballots.getOrDefault(change, List.of()),
                  result == null ? null : Result.valueOf(result),
                  instant(row, "closed_at"),
                  row.getString("said"));
            })
        .list();
  }

  private Map<String, List<Ballot>> ballots(Map<String, Object> params) {
    Map<String, List<Ballot>> ballots = new HashMap<>();
    jdbc.sql(
            """
            select b.* from itsm.change_ballot b
            join itsm.change_vote v on v.change = b.change and v.number = b.vote
            where v.board = :board and b.cast_at >= :from and b.cast_at < :to
            order by b.cast_at, b.voter, b.position
            """)
        .params(params)
        .query(
            row -> {
              ballots
                  .computeIfAbsent(row.getString("change"), none -> new ArrayList<>())
                  .add(JdbcVoteStore.ballot(row));
            });
    return ballots;
  }
}
