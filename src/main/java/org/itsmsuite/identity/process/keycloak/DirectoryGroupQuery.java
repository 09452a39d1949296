package org.itsmsuite.identity.process.keycloak;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.extension.keycloak.KeycloakGroupQuery;

/** A question about groups; see {@link DirectoryUserQuery}. */
class DirectoryGroupQuery extends KeycloakGroupQuery {

  private static final long serialVersionUID = 1L;

  private final transient GroupSearch search;
  private transient List<Group> found;

  /**
   * @param executor null within a command of the engine
   */
  DirectoryGroupQuery(GroupSearch search, CommandExecutor executor) {
    super(executor);
    this.search = search;
    if (executor == null) {
      validators.clear();
    }
  }

  @Override
  public Object executeResult(ResultType type) {
    return answered(() -> super.executeResult(type));
  }

  @Override
  public long count() {
    return answered(super::count);
  }

  @Override
  public long executeCount(CommandContext context) {
    return matching(context).size();
  }

  @Override
  public List<Group> executeList(CommandContext context, Page page) {
    var limits = page == null ? new Page(getFirstResult(), getMaxResults()) : page;
    return matching(context).stream()
        .skip(limits.getFirstResult())
        .limit(limits.getMaxResults())
        .toList();
  }

  @Override
  public GroupQuery potentialStarter(String definition) {
    throw new BadUserRequestException(
        "With Keycloak groups cannot be searched by the process they may start.");
  }

  @Override
  public GroupQuery memberOfTenant(String tenant) {
    throw new BadUserRequestException("There are no tenants.");
  }

  private <T> T answered(java.util.function.Supplier<T> question) {
    try {
      if (commandExecutor != null && Context.getCommandContext() == null) {
        found = search.matching(this, commandExecutor.execute(this::readable));
      }
      return question.get();
    } finally {
      found = null;
    }
  }

  private List<Group> matching(CommandContext context) {
    return found == null ? search.matching(this, readable(context)) : found;
  }

  private Readable readable(CommandContext context) {
    return Readable.of(context, Resources.GROUP);
  }
}
