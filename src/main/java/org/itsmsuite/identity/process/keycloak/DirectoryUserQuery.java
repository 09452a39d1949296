package org.itsmsuite.identity.process.keycloak;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.extension.keycloak.KeycloakUserQuery;

/**
 * A question about people. Asked from outside the engine, the directory answers before the engine
 * opens a transaction, so that no database connection waits for Keycloak.
 */
class DirectoryUserQuery extends KeycloakUserQuery {

  private static final long serialVersionUID = 1L;

  private final transient UserSearch search;
  private transient List<User> found;
  private transient Long counted;

  /**
   * @param executor null within a command of the engine
   */
  DirectoryUserQuery(UserSearch search, CommandExecutor executor) {
    super(executor);
    this.search = search;
    if (executor == null) {
      validators.clear();
    }
  }

  @Override
  public Object executeResult(ResultType type) {
    try {
      if (isOutside()) {
        var readable = commandExecutor.execute(this::readable);
        found = search.list(this, readable, page(type));
      }
      return super.executeResult(type);
    } finally {
      found = null;
    }
  }

  @Override
  public long count() {
    try {
      if (isOutside()) {
        counted = search.count(this, commandExecutor.execute(this::readable));
      }
      return super.count();
    } finally {
      counted = null;
    }
  }

  @Override
  public long executeCount(CommandContext context) {
    return counted == null ? search.count(this, readable(context)) : counted;
  }

  @Override
  public List<User> executeList(CommandContext context, Page page) {
    return found == null
        ? search.list(this, readable(context), page == null ? page(null) : page)
        : found;
  }

  @Override
  public UserQuery potentialStarter(String definition) {
    throw new BadUserRequestException(
        "With Keycloak people cannot be searched by the process they may start.");
  }

  @Override
  public UserQuery memberOfTenant(String tenant) {
    throw new BadUserRequestException("There are no tenants.");
  }

  private boolean isOutside() {
    return commandExecutor != null && Context.getCommandContext() == null;
  }

  private Readable readable(CommandContext context) {
    return Readable.of(context, Resources.USER);
  }

  private Page page(ResultType type) {
    return type == ResultType.SINGLE_RESULT
        ? new Page(0, 2)
        : new Page(getFirstResult(), getMaxResults());
  }
}
