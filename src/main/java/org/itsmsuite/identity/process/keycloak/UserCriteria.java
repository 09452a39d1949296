package org.itsmsuite.identity.process.keycloak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.itsmsuite.identity.directory.PeopleFilter;
import org.itsmsuite.identity.directory.Person;

/**
 * What a question about people asks for, apart from group, order and page.
 *
 * @param names the only accounts that may be in the answer; empty if any may
 */
record UserCriteria(Optional<Set<String>> names, List<Field> fields) {

  /**
   * What one value must be like.
   *
   * @param exact the whole value, ignoring case; or null
   * @param like a pattern; or null
   */
  record Field(Kind kind, String exact, Like like) {

    boolean accepts(Person person) {
      var value = kind.of.apply(person);
      return exact == null ? like.matches(value) : exact.equalsIgnoreCase(value);
    }

    String part() {
      return exact == null ? like.part() : Like.literal(exact).part();
    }
  }

  enum Kind {
    FIRST_NAME(Person::firstName),
    LAST_NAME(Person::lastName),
    EMAIL(Person::email);

    private final Function<Person, String> of;

    Kind(Function<Person, String> of) {
      this.of = of;
    }
  }

  static UserCriteria of(UserQueryImpl query) {
    var fields = new ArrayList<Field>();
    add(fields, Kind.FIRST_NAME, query.getFirstName(), query.getFirstNameLike());
    add(fields, Kind.LAST_NAME, query.getLastName(), query.getLastNameLike());
    add(fields, Kind.EMAIL, query.getEmail(), query.getEmailLike());
    return new UserCriteria(names(query.getId(), query.getIds()), List.copyOf(fields));
  }

  boolean accepts(Person person) {
    return fields.stream().allMatch(field -> field.accepts(person));
  }

  /** What Keycloak can look for itself; it finds everybody who is accepted, and maybe more. */
  PeopleFilter filter() {
    boolean exact = fields.stream().allMatch(field -> field.exact() != null);
    return new PeopleFilter(
        text(Kind.FIRST_NAME, exact), text(Kind.LAST_NAME, exact), text(Kind.EMAIL, exact), exact);
  }

  /** Whether Keycloak finds exactly those who are accepted. */
  boolean isWhole() {
    return fields.stream().allMatch(field -> field.exact() != null && !field.exact().isEmpty())
        || fields.stream().allMatch(field -> field.exact() == null && field.like().isAnywhere());
  }

  private String text(Kind kind, boolean exact) {
    return fields.stream()
        .filter(field -> field.kind() == kind)
        .map(field -> exact ? field.exact() : field.part())
        .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
  }

  private static void add(List<Field> fields, Kind kind, String exact, String like) {
    if (exact != null) {
      fields.add(new Field(kind, exact, null));
    }
    if (like != null) {
      fields.add(new Field(kind, null, new Like(like)));
    }
  }

  private static Optional<Set<String>> names(String id, String[] ids) {
    if (id == null && ids == null) {
      return Optional.empty();
    }
    var names = new LinkedHashSet<String>();
    if (ids != null) {
      names.addAll(Arrays.asList(ids));
    }
    if (id != null) {
      if (ids != null) {
        names.retainAll(Set.of(id));
      } else {
        names.add(id);
      }
    }
    return Optional.of(names);
  }
}
