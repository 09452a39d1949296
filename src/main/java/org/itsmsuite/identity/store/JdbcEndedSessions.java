package org.itsmsuite.identity.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.EndedSessions;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One statement a second at most, however many requests ask: what is new is read, all else is kept
 * in memory.
 */
@Repository
@Profile("keycloak")
class JdbcEndedSessions implements EndedSessions {

  // No session and no token of a session lives longer.
  private static final Duration KEPT = Duration.ofDays(2);
  private static final Duration FRESH = Duration.ofSeconds(1);
  // What another node wrote with a clock that is behind, or committed late.
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, Instant> over = new ConcurrentHashMap<>();
  private volatile Instant readAt = Instant.EPOCH;

  JdbcEndedSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void end(String session) {
    var now = clock.instant();
    try {
      jdbc.sql("insert into itsm.ended_session (provider_session, ended_at) values (?, ?)")
          .params(session, now.atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException toldBefore) {
      return;
    } finally {
      over.put(session, now);
    }
    jdbc.sql("delete from itsm.ended_session where ended_at < ?")
        .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
    over.values().removeIf(at -> at.isBefore(now.minus(KEPT)));
  }

  @Override
  public boolean isOver(String session) {
    if (over.containsKey(session)) {
      return true;
    }
    readNew();
    return over.containsKey(session);
  }

  private void readNew() {
    var now = clock.instant();
    if (now.isBefore(readAt.plus(FRESH))) {
      return;
    }
    synchronized (this) {
      if (now.isBefore(readAt.plus(FRESH))) {
        return;
      }
      var since = readAt.equals(Instant.EPOCH) ? now.minus(KEPT) : readAt.minus(OVERLAP);
      UnitOfWork.quietly(() -> read(since));
      readAt = now;
    }
  }

  private int read(Instant since) {
    var told =
        jdbc.sql("select provider_session, ended_at from itsm.ended_session where ended_at >= ?")
            .param(since.atOffset(ZoneOffset.UTC))
            .query((row, number) -> Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
            .list();
    told.forEach(one -> over.put(one.getKey(), one.getValue()));
    return told.size();
  }
}
