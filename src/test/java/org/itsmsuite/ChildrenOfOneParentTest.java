package org.itsmsuite;

import java.util.UUID;

/** On the database that a first start uses. */
class ChildrenOfOneParentTest extends ChildrenOfOneParent {

  @Override
  String[] database() {
    return new String[] {
      "--spring.datasource.url=jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000"
    };
  }
}
