package org.itsmsuite.identity.process.keycloak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.itsmsuite.identity.directory.Directory;
import org.itsmsuite.identity.directory.Person;
import org.itsmsuite.refusal.Refusal;

/**
 * Answers the engine's questions about people exactly, or refuses them.
 *
 * <p>Keycloak itself pages through everybody, through those whose names or e-mail hold a text, and
 * through the members of a group, by the accounts' names. For any other order or condition
 * everybody in question is looked through, up to a limit.
 */
class UserSearch {

  private final Directory directory;

  UserSearch(Directory directory) {
    this.directory = directory;
  }

  List<User> list(UserQueryImpl query, Readable readable, Page page) {
    var wanted = new Wanted(query, readable);
    var people =
        Question.ask(() -> wanted.isPaged() ? paged(wanted, page) : cut(looked(wanted), page));
    return people.stream().map(UserSearch::user).toList();
  }

  long count(UserQueryImpl query, Readable readable) {
    var wanted = new Wanted(query, readable);
    return Question.ask(() -> wanted.isPaged() ? total(wanted) : (long) looked(wanted).size());
  }

  /** What is asked for, with what follows from it. */
  private record Wanted(
      UserCriteria criteria,
      Optional<Set<String>> names,
      String group,
      List<QueryOrderingProperty> order,
      Readable readable) {

    Wanted(UserQueryImpl query, Readable readable) {
      this(UserCriteria.of(query), query.getGroupId(), query.getOrderingProperties(), readable);
    }

    private Wanted(
        UserCriteria criteria, String group, List<QueryOrderingProperty> order, Readable readable) {
      this(criteria, names(criteria, readable), group, order, readable);
    }

    /** Who may see nobody but a few is asked about these few, whatever the question. */
    private static Optional<Set<String>> names(UserCriteria criteria, Readable readable) {
      if (criteria.names().isPresent() || readable.all()) {
        return criteria.names();
      }
      var seen = new HashSet<>(readable.named());
      seen.add(readable.reader());
      return Optional.of(seen);
    }

    /** Whether Keycloak's own pages are the answer's. */
    boolean isPaged() {
      boolean everybody = readable.all() && readable.named().isEmpty();
      boolean whole = group == null ? criteria.isWhole() : criteria.fields().isEmpty();
      return names.isEmpty() && everybody && whole && isByName();
    }

    private boolean isByName() {
      return order.isEmpty() || UserQueryProperty.USER_ID.equals(order.get(0).getQueryProperty());
    }

    boolean isBackwards() {
      return !order.isEmpty() && order.get(0).getDirection() == Direction.DESCENDING;
    }

    boolean accepts(Person person) {
      return criteria.accepts(person)
          && (readable.isReadable(person.name()) || person.name().equals(readable.reader()));
    }
  }

  private List<Person> paged(Wanted wanted, Page page) {
    long first = page.getFirstResult();
    if (page.getMaxResults() > directory.most()) {
      refuseBeyond(total(wanted) - first);
    }
    if (!wanted.isBackwards()) {
      return fetch(wanted, first, page.getMaxResults());
    }
    long end = Math.max(0, total(wanted) - first);
    long start = Math.max(0, end - page.getMaxResults());
    var people = new ArrayList<>(fetch(wanted, start, (int) (end - start)));
    Collections.reverse(people);
    return people;
  }

  private List<Person> fetch(Wanted wanted, long first, int max) {
    return wanted.group() == null
        ? directory.people(wanted.criteria().filter(), first, max)
        : directory.members(wanted.group(), first, max);
  }

  private long total(Wanted wanted) {
    return wanted.group() == null
        ? directory.count(wanted.criteria().filter())
        : directory.memberCount(wanted.group());
  }

  /** Everybody who is in the answer, in its order. */
  private List<Person> looked(Wanted wanted) {
    return candidates(wanted).filter(wanted::accepts).sorted(comparator(wanted.order())).toList();
  }

  private Stream<Person> candidates(Wanted wanted) {
    if (wanted.names().isPresent()) {
      var names = wanted.names().get();
      if (names.size() > directory.mostByName()) {
        throw Refusal.invalid(
            "identity.too-many-names",
            "idIn",
            "At most " + directory.mostByName() + " accounts can be asked for by name at once.");
      }
      return names.stream()
          .flatMap(name -> directory.person(name).stream())
          .filter(person -> isIn(person, wanted.group()));
    }
    refuseBeyond(total(wanted));
    return fetch(wanted, 0, directory.most()).stream();
  }

  private boolean isIn(Person person, String group) {
    return group == null || directory.groupsOf(person.name()).contains(group);
  }

  private void refuseBeyond(long people) {
    if (people > directory.most()) {
      throw Refusal.invalid(
          "identity.too-many-people",
          "sortBy",
          "More than "
              + directory.most()
              + " people would have to be looked through. Ask for part of a name or e-mail address"
              + " (%part%), or page by page in the order of account names.");
    }
  }

  private static List<Person> cut(List<Person> people, Page page) {
    return people.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
  }

  private static Comparator<Person> comparator(List<QueryOrderingProperty> order) {
    Comparator<Person> all = null;
    for (var property : order) {
      var next = comparator(property);
      all = all == null ? next : all.thenComparing(next);
    }
    var byName = Comparator.comparing(Person::name);
    return all == null ? byName : all.thenComparing(byName);
  }

  private static Comparator<Person> comparator(QueryOrderingProperty order) {
    Comparator<Person> ascending;
    if (UserQueryProperty.FIRST_NAME.equals(order.getQueryProperty())) {
      ascending = Comparator.comparing(Person::firstName);
    } else if (UserQueryProperty.LAST_NAME.equals(order.getQueryProperty())) {
      ascending = Comparator.comparing(Person::lastName);
    } else if (UserQueryProperty.EMAIL.equals(order.getQueryProperty())) {
      ascending = Comparator.comparing(Person::email);
    } else {
      ascending = Comparator.comparing(Person::name);
    }
    return order.getDirection() == Direction.DESCENDING ? ascending.reversed() : ascending;
  }

  /** Somebody without any name is shown by the account's: the engine's pages would print "null". */
  private static User user(Person person) {
    var user = new UserEntity();
    user.setId(person.name());
    boolean nameless = person.firstName().isEmpty() && person.lastName().isEmpty();
    user.setFirstName(nameless ? person.name() : person.firstName());
    user.setLastName(person.lastName());
    user.setEmail(person.email());
    return user;
  }
}
