package org.itsmsuite.role.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.role.RoleHistory;
import org.itsmsuite.role.RoleStore;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what is known of roles with the engine's own tables: memberships from before the history
 * was kept, or changed in the database past the suite, do not stay unnoticed.
 */
@Component
@Profile("!keycloak")
class RolesAtStart {

  private final JdbcClient jdbc;
  private final RoleStore store;
  private final RoleHistory history;

  RolesAtStart(JdbcClient jdbc, RoleStore store, RoleHistory history) {
    this.jdbc = jdbc;
    this.store = store;
    this.history = history;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  public void compare() {
    Map<String, Set<String>> found = new HashMap<>();
    // One query of the engine's would be needed for each account.
    jdbc.sql("select user_id_, group_id_ from act_id_membership")
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), account -> new TreeSet<>())
                  .add(row.getString(2));
            });
    var known = store.held();
    var accounts = new TreeSet<>(found.keySet());
    accounts.addAll(known.keySet());
    for (String account : accounts) {
      var roles = found.getOrDefault(account, Set.of());
      if (!roles.equals(known.getOrDefault(account, Set.of()))) {
        history.found(account, roles);
      }
    }
  }
}
