package org.itsmsuite.people.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.itsmsuite.TestDatabase;
import org.junit.jupiter.api.Test;

/** A new column that names people is erased with the others, or it is said here why not. */
class NamedColumnTest {

  private static final Pattern NAMES_PEOPLE =
      Pattern.compile(
          "account|requester|reporter|assignee|author|manager|sender|caller|deputy|recipient"
              + "|concerned|.*_by");

  /**
   * The ledger erases its own; a request forgets whom it was about; migrations are installed by a
   * login of the database.
   */
  private static final Set<String> ERASED_OTHERWISE =
      Set.of(
          "ledger_value.account",
          "ledger_pseudonym.account",
          "person_erasure.account",
          "flyway_schema_history.installed_by");

  @Test
  void everyColumnThatNamesPeopleIsListed() {
    Set<String> listed =
        NamedColumn.ALL.stream()
            .filter(one -> one.table().startsWith("itsm."))
            .map(one -> one.table().substring("itsm.".length()) + "." + one.column())
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> found = new TreeSet<>();
    try (var database = TestDatabase.create()) {
      database
          .jdbc()
          .sql(
              """
              select table_name, column_name from information_schema.columns
              where lower(table_schema) = 'itsm' and lower(data_type) like 'character%'
              """)
          .query((row, n) -> List.of(row.getString(1), row.getString(2)))
          .list()
          .stream()
          .map(
              one ->
                  List.of(one.get(0).toLowerCase(Locale.ROOT), one.get(1).toLowerCase(Locale.ROOT)))
          .filter(one -> NAMES_PEOPLE.matcher(one.get(1)).matches())
          .forEach(one -> found.add(one.get(0) + "." + one.get(1)));
    }
    found.removeAll(ERASED_OTHERWISE);

    assertThat(listed).containsAll(found);
  }
}
