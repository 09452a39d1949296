package org.itsmsuite.people.process;

import static org.itsmsuite.database.Columns.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.people.Leavers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether those who have open work, or stand in for somebody, are still there: for accounts
 * kept elsewhere, which tell nobody when they go. One node looks at a time, person by person, each
 * in a transaction of its own; looking twice changes nothing.
 */
public class AccountCheck {

  private static final Logger LOG = LoggerFactory.getLogger(AccountCheck.class);
  private static final int AT_ONCE = 100;

  private static final String PEOPLE =
      """
      select distinct name from (
        select ASSIGNEE_ as name from ACT_RU_TASK union select OWNER_ from ACT_RU_TASK
        union select account from itsm.absence where until_at > :now
        union select deputy from itsm.absence where until_at > :now) n
      where name > :after order by name fetch first 100 rows only
      """;

  private final Accounts accounts;
  private final Leavers leavers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock time;
  private final Duration every;

  /**
   * @param every how long after one look the next is due, on whichever node
   */
  public AccountCheck(
      Accounts accounts,
      Leavers leavers,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock time,
      Duration every) {
    this.accounts = accounts;
    this.leavers = leavers;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.time = time;
    this.every = every;
  }

  /**
   * Looks if it is time and no other node has begun to.
   *
   * @return whether this node looked
   */
  public boolean lookIfDue() {
    Instant now = time.instant();
    int claimed =
        jdbc.sql(
                "update itsm.periodic_work set due_at = ? where name = 'account-check' and due_at <= ?")
            .params(utc(now.plus(every)), utc(now))
            .update();
    if (claimed == 1) {
      look(now);
    }
    return claimed == 1;
  }

  private void look(Instant now) {
    String after = "";
    List<String> page;
    do {
      page =
          jdbc.sql(PEOPLE).param("now", utc(now)).param("after", after).query(String.class).list();
      for (String account : page) {
        look(account);
        after = account;
      }
    } while (page.size() == AT_ONCE);
  }

  /** A directory that cannot be reached says nothing about anybody: it is asked the next time. */
  private void look(String account) {
    try {
      boolean exists = accounts.exists(account);
      Set<String> groups = exists ? accounts.groupsOf(account) : Set.of();
      transaction.executeWithoutResult(
          status -> {
            if (exists) {
              leavers.back(account);
              compare(account, new TreeSet<>(groups));
            } else {
              leavers.gone(account);
            }
          });
    } catch (RuntimeException failed) {
      LOG.warn("Whether somebody is still there could not be found out; tried again later", failed);
    }
  }

  private void compare(String account, Set<String> groups) {
    Set<String> known = known(account);
    known.stream()
        .filter(group -> !groups.contains(group))
        .forEach(group -> leavers.lost(account, group));
    groups.stream()
        .filter(group -> !known.contains(group))
        .forEach(group -> leavers.joined(account, group));
    if (!known.equals(groups)) {
      jdbc.sql("delete from itsm.checked_person where account = ?").param(account).update();
      jdbc.sql("insert into itsm.checked_person (account, member_of) values (?, ?)")
          .params(account, String.join("\n", groups))
          .update();
    }
  }

  private Set<String> known(String account) {
    Optional<String> lines =
        jdbc.sql("select member_of from itsm.checked_person where account = ?")
            .param(account)
            .query(String.class)
            .optional();
    Set<String> known =
        new TreeSet<>(lines.map(text -> List.of(text.split("\n"))).orElse(List.of()));
    known.remove("");
    return known;
  }
}
