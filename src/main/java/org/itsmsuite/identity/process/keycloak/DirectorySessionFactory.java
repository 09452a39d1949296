package org.itsmsuite.identity.process.keycloak;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.itsmsuite.identity.directory.Directory;

/** Gives each engine command its view of the directory. */
class DirectorySessionFactory implements SessionFactory {

  private final UserSearch users;
  private final GroupSearch groups;

  DirectorySessionFactory(Directory directory) {
    this.users = new UserSearch(directory);
    this.groups = new GroupSearch(directory);
  }

  @Override
  public Class<?> getSessionType() {
    return ReadOnlyIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return new DirectorySession(users, groups);
  }
}
