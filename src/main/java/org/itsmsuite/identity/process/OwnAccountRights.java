package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A new account may read itself and change its password and name. The engine's default lets it also
 * delete itself, and with it the trace of who somebody was.
 *
 * <p>Whoever a task is taken from may not read it any more. The engine's default leaves that right
 * as it was, so that a record handed over to others would stay in the lists of those before.
 */
class OwnAccountRights extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newUser(User user) {
    var own =
        createAuthorization(
            user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE);
    return new AuthorizationEntity[] {own};
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String after) {
    if (before != null && !before.equals(after)) {
      var lost = lostBy(task, before);
      Context.getCommandContext().getAuthorizationManager().deleteDefaultAuthorizations(lost);
    }
    return super.newTaskAssignee(task, before, after);
  }

  @Override
  public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String user, String type) {
    return user.equals(task.getAssignee()) || isDone(task) ? null : lostBy(task, user);
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
    return isDone(task)
        ? null
        : array(getGrantAuthorizationByGroupId(group, Resources.TASK, task.getId()));
  }

  @Override
  protected AuthorizationEntity getGrantAuthorizationByUserId(
      String user, Resource resource, String id) {
    return kept(super.getGrantAuthorizationByUserId(user, resource, id));
  }

  @Override
  protected AuthorizationEntity getGrantAuthorizationByGroupId(
      String group, Resource resource, String id) {
    return kept(super.getGrantAuthorizationByGroupId(group, resource, id));
  }

  /** Somebody may get a task back in the step that took it from them. */
  private static AuthorizationEntity kept(AuthorizationEntity right) {
    var entities = Context.getCommandContext().getDbEntityManager();
    if (right != null && entities.isDeleted(right)) {
      entities.undoDelete(right);
    }
    return right;
  }

  /** With a task that is done go all rights on it, in one statement of the engine's. */
  private static boolean isDone(Task task) {
    return ((TaskEntity) task).isDeleted();
  }

  /** Nobody has a right on a task that is new in this very step; the database need not be asked. */
  @Override
  protected AuthorizationEntity getGrantAuthorization(
      String id, String user, String group, Resource resource) {
    return resource == Resources.TASK && isNew(id)
        ? null
        : super.getGrantAuthorization(id, user, group, resource);
  }

  private static boolean isNew(String task) {
    var cached =
        Context.getCommandContext()
            .getDbEntityManager()
            .getDbEntityCache()
            .getCachedEntity(TaskEntity.class, task);
    return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
  }

  /** Nothing if the task is still theirs in another way. */
  private AuthorizationEntity[] lostBy(Task task, String user) {
    var isCandidate =
        ((TaskEntity) task)
            .getCandidates().stream().anyMatch(link -> user.equals(link.getUserId()));
    return isCandidate || user.equals(task.getOwner())
        ? null
        : array(getGrantAuthorizationByUserId(user, Resources.TASK, task.getId()));
  }

  private static AuthorizationEntity[] array(AuthorizationEntity one) {
    return one == null ? null : new AuthorizationEntity[] {one};
  }
}
