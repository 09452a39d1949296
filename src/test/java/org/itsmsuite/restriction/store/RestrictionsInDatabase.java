package org.itsmsuite.restriction.store;

import java.nio.file.Path;
import java.time.Clock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.restriction.Restrictions;

/** Restrictions of a test's own database, with the access table that the suite ships. */
public final class RestrictionsInDatabase {

  static final Access SHIPPED = Access.read(new FolderContent(Path.of("")));

  private RestrictionsInDatabase() {}

  public static Restrictions of(TestDatabase database) {
    return of(database, Clock.systemUTC());
  }

  public static Restrictions of(TestDatabase database, Clock clock) {
    return new JdbcRestrictions(database.jdbc(), SHIPPED, clock);
  }
}
