package org.itsmsuite.identity.directory;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who there is in Keycloak and who belongs to which group. Answers may be as old as the settings
 * say, and are otherwise exact: nothing is left out without a word.
 *
 * <p>Every method may throw {@link OutOfReach}. None needs a transaction, and none should be called
 * in one that could be avoided: it may wait for Keycloak.
 */
public final class Directory {

  private static final String ALL = "all";

  private final Realm realm;
  private final int page;
  private final int most;
  private final int mostByName;
  private final Kept<String, Optional<Person>> people;
  private final Kept<String, Set<String>> memberships;
  private final Kept<String, GroupTree> tree;
  private final Kept<Question, List<Person>> pages;
  private final Kept<Question, Long> counts;

  /** A list of people: those of a group (by key), or those a filter finds. */
  private record Question(String group, PeopleFilter filter, long first, int max) {

    static Question all(PeopleFilter filter) {
      return new Question(null, filter, 0, 0);
    }

    static Question all(DirectoryGroup group) {
      return new Question(group.key(), null, 0, 0);
    }

    Question page(long first, int max) {
      return new Question(group, filter, first, max);
    }
  }

  Directory(AdminApi api, DirectorySettings settings, Ticker ticker, GroupReport report) {
    this.realm = new Realm(api, settings);
    this.page = settings.page();
    this.most = settings.most();
    this.mostByName = settings.mostByName();
    this.people =
        new Kept<>(settings, ticker, one -> 1, Optional::isEmpty, name -> realm.person(name));
    this.memberships =
        new Kept<>(settings, ticker, Set::size, groups -> false, this::askMemberships);
    this.tree =
        new Kept<>(settings, ticker, one -> 1, groups -> false, any -> report.on(realm.groups()));
    this.pages = new Kept<>(settings, ticker, List::size, List::isEmpty, this::askPage);
    this.counts = new Kept<>(settings, ticker, one -> 1, count -> count == 0, this::askCount);
  }

  /** Somebody by the account's exact name, switched off or not. */
  public Optional<Person> person(String name) {
    return Names.isAccount(name) ? people.get(name) : Optional.empty();
  }

  /** Ids of the groups somebody belongs to; none for an account that is switched off. */
  public Set<String> groupsOf(String name) {
    return person(name).filter(Person::enabled).isPresent() ? memberships.get(name) : Set.of();
  }

  /** All groups that count. */
  public GroupTree groups() {
    return tree.get(ALL);
  }

  /** A group by id; one that is not known yet is looked for anew. */
  public Optional<DirectoryGroup> group(String id) {
    if (!Names.isGroup(id)) {
      return Optional.empty();
    }
    return groups().find(id).or(() -> tree.getNew(ALL).find(id));
  }

  /**
   * People whom Keycloak finds, ordered by name.
   *
   * @param first from 0
   * @param max any number: as many calls as needed are made
   */
  public List<Person> people(PeopleFilter filter, long first, int max) {
    return filter.isPossible() ? pages(Question.all(filter), first, max) : List.of();
  }

  /** How many people Keycloak finds. */
  public long count(PeopleFilter filter) {
    return filter.isPossible() ? counts.get(Question.all(filter)) : 0;
  }

  /** People in the group itself, not in groups below it, ordered by name. */
  public List<Person> members(String group, long first, int max) {
    return group(group).map(found -> pages(Question.all(found), first, max)).orElse(List.of());
  }

  /** How many people are in the group itself. */
  public long memberCount(String group) {
    return group(group).map(found -> counts.get(Question.all(found))).orElse(0L);
  }

  /** Most people to look through for one question. */
  public int most() {
    return most;
  }

  /** Most accounts that one question may name. */
  public int mostByName() {
    return mostByName;
  }

  private List<Person> pages(Question all, long first, int max) {
    var found = new ArrayList<Person>();
    while (found.size() < max) {
      int wanted = Math.min(page, max - found.size());
      var next = pages.get(all.page(first + found.size(), wanted));
      found.addAll(next);
      if (next.size() < wanted) {
        break;
      }
    }
    return found;
  }

  private List<Person> askPage(Question question) {
    var found =
        question.group() == null
            ? realm.people(question.filter(), question.first(), question.max())
            : realm.members(question.group(), question.first(), question.max());
    found.forEach(person -> people.put(person.name(), Optional.of(person)));
    return found;
  }

  private long askCount(Question question) {
    return question.group() == null ? realm.count(question.filter()) : membersOf(question.group());
  }

  /**
   * Keycloak does not count members, and each page of many costs it a sorting of all. So a page is
   * looked for that is the last, first where it would be if everybody were in the group.
   */
  private long membersOf(String group) {
    long sure = realm.members(group, 0, page).size();
    if (sure < page) {
      return sure;
    }
    long none = Long.MAX_VALUE;
    long next = Math.max(sure, count(PeopleFilter.EVERYBODY) - page);
    while (sure < none) {
      int found = realm.members(group, next, page).size();
      if (found > 0 && found < page) {
        return next + found;
      }
      if (found == 0) {
        none = next;
      } else {
        sure = next + page;
      }
      next = none == Long.MAX_VALUE ? sure : sure + (none - sure) / 2;
    }
    return sure;
  }

  private Set<String> askMemberships(String name) {
    var person = people.get(name);
    var keys = person.flatMap(known -> realm.groupsOf(known.key()));
    if (person.isPresent() && keys.isEmpty()) {
      // Removed since, and perhaps made anew under another key.
      people.forget(name);
      keys = people.get(name).flatMap(known -> realm.groupsOf(known.key()));
    }
    return ids(keys.orElse(List.of()));
  }

  private Set<String> ids(List<String> keys) {
    var known = groups();
    if (keys.stream().anyMatch(key -> known.byKey(key).isEmpty())) {
      return ids(keys, tree.getNew(ALL));
    }
    return ids(keys, known);
  }

  private static Set<String> ids(List<String> keys, GroupTree groups) {
    var ids = new LinkedHashSet<String>();
    keys.forEach(key -> groups.byKey(key).ifPresent(group -> ids.add(group.id())));
    return Set.copyOf(ids);
  }
}
