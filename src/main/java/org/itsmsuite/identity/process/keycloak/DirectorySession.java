package org.itsmsuite.identity.process.keycloak;

import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.extension.keycloak.KeycloakConfiguration;
import org.camunda.bpm.extension.keycloak.KeycloakIdentityProviderSession;

/**
 * The plugin's provider without its calls: it gets nothing to call with, so that whatever is not
 * answered here fails loudly instead of asking Keycloak the plugin's way.
 */
class DirectorySession extends KeycloakIdentityProviderSession {

  private final UserSearch users;
  private final GroupSearch groups;

  DirectorySession(UserSearch users, GroupSearch groups) {
    super(new KeycloakConfiguration(), null, null, null, null, null);
    this.users = users;
    this.groups = groups;
  }

  /**
   * People log in at Keycloak. No password is ever checked here, so the client needs no right to
   * try passwords, and a wrong one can do no harm.
   */
  @Override
  public boolean checkPassword(String user, String password) {
    return false;
  }

  @Override
  public UserQuery createUserQuery() {
    return new DirectoryUserQuery(users, executor());
  }

  @Override
  public UserQueryImpl createUserQuery(CommandContext context) {
    return new DirectoryUserQuery(users, null);
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new DirectoryGroupQuery(groups, executor());
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext context) {
    return new DirectoryGroupQuery(groups, null);
  }

  private static CommandExecutor executor() {
    return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
  }
}
