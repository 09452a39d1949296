package org.itsmsuite;

import org.itsmsuite.postgres.PostgresServer;

/** With the settings of the profile {@code postgres}. */
class ChildrenOfOneParentOnPostgresTest extends ChildrenOfOneParent {

  @Override
  String[] database() {
    return new String[] {
      "--spring.profiles.active=postgres",
      "--ITSM_DB_URL=" + PostgresServer.ofThisJvm().newDatabase(),
      "--ITSM_DB_USER=postgres",
      "--ITSM_DB_PASSWORD=none"
    };
  }
}
