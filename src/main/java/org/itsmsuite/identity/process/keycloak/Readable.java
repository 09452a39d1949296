package org.itsmsuite.identity.process.keycloak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Which people, or groups, whoever asks may read, by the engine's authorizations. Found with a few
 * questions to the database, however many people there are.
 *
 * @param all whether everything may be read but what is named
 * @param named ids that are an exception: unreadable if all may be read, else readable
 * @param reader account of who asks; null for the suite itself
 */
record Readable(boolean all, Set<String> named, String reader) {

  static final Readable EVERYTHING = new Readable(true, Set.of(), null);

  static Readable of(CommandContext context, Resource resource) {
    var asking = context.getAuthentication();
    boolean isChecked =
        context.isAuthorizationCheckEnabled()
            && context.getProcessEngineConfiguration().isAuthorizationEnabled()
            && asking != null
            && asking.getUserId() != null;
    return isChecked ? of(context, resource, asking) : EVERYTHING;
  }

  boolean isReadable(String id) {
    return all != named.contains(id);
  }

  private static Readable of(CommandContext context, Resource resource, Authentication asking) {
    var authorizations = context.getAuthorizationManager();
    boolean all = authorizations.isAuthorized(Permissions.READ, resource, Authorization.ANY);
    Set<String> named =
        context.runWithoutAuthorization(() -> mentioned(context, resource, asking)).stream()
            .filter(id -> authorizations.isAuthorized(Permissions.READ, resource, id) != all)
            .collect(Collectors.toSet());
    return new Readable(all, named, asking.getUserId());
  }

  /** What single authorizations of whoever asks are about. */
  private static Set<String> mentioned(
      CommandContext context, Resource resource, Authentication asking) {
    var ids = new HashSet<String>();
    ids.addAll(ids(context, query(resource).userIdIn(asking.getUserId(), Authorization.ANY)));
    List<String> groups = asking.getGroupIds();
    if (groups != null && !groups.isEmpty()) {
      ids.addAll(ids(context, query(resource).groupIdIn(groups.toArray(String[]::new))));
    }
    ids.remove(Authorization.ANY);
    return ids;
  }

  private static AuthorizationQuery query(Resource resource) {
    return new AuthorizationQueryImpl().resourceType(resource);
  }

  private static List<String> ids(CommandContext context, AuthorizationQuery query) {
    return context
        .getAuthorizationManager()
        .selectAuthorizationByQueryCriteria((AuthorizationQueryImpl) query)
        .stream()
        .map(Authorization::getResourceId)
        .toList();
  }
}
