package org.itsmsuite.duty;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.duty.Duty.Scope;
import org.itsmsuite.identity.Groups;

/** The duties that are kept apart: {@code config/duties.yaml}, read once, in its order. */
public final class DutyRegister {

  public static final String FILE = "config/duties.yaml";
  private static final String LIST = "duties";
  private static final String ALL_OTHERS = "*";

  private final YamlFile file;
  private final Map<String, Duty> duties = new LinkedHashMap<>();
  private final Duration longest;

  /** The file's content. */
  record Entries(List<Entry> duties, Integer longestException) {}

  /** One line as written; see {@link Duty}. */
  record Entry(
      String id,
      String practice,
      String first,
      String second,
      String scope,
      List<String> clauses2018,
      List<String> clauses2011,
      String why,
      String says,
      List<TaskEntry> firstTasks,
      List<TaskEntry> tasks,
      List<String> firstGroups,
      List<String> secondGroups,
      Boolean except) {}

  /** A task as written; see {@link DutyTask}. */
  record TaskEntry(String process, String task, Map<String, String> when) {}

  private DutyRegister(ContentSource content) {
    this.file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    List<Entry> lines = file.list(entries.duties(), LIST);
    file.distinct(lines.stream().map(Entry::id).toList(), LIST);
    for (Entry line : lines) {
      Duty duty = duty(line, LIST + "[" + duties.size() + "]");
      duties.put(duty.id(), duty);
    }
    if (entries.longestException() == null || entries.longestException() < 1) {
      throw file.fault("duties.bad-longest", "longestException", "a number of days is needed");
    }
    this.longest = Duration.ofDays(entries.longestException());
  }

  /**
   * @throws ContentException if the file is faulty: {@code duties.*} or {@code content.*}
   */
  public static DutyRegister read(ContentSource content) {
    return new DutyRegister(content);
  }

  private Duty duty(Entry line, String place) {
    String id = file.id(line.id(), place + ".id");
    Scope scope = scope(line.scope(), place + ".scope");
    boolean account = scope == Scope.ACCOUNT;
    Set<String> first = groups(line.firstGroups(), Set.of(), account, place + ".firstGroups");
    return new Duty(
        id,
        file.id(line.practice(), place + ".practice"),
        file.text(line.first(), place + ".first"),
        file.text(line.second(), place + ".second"),
        scope,
        new Duty.Clauses(
            file.list(line.clauses2018(), place + ".clauses2018"),
            file.list(line.clauses2011(), place + ".clauses2011")),
        file.text(line.why(), place + ".why"),
        file.text(line.says(), place + ".says"),
        tasks(line.firstTasks(), account, place + ".firstTasks"),
        tasks(line.tasks(), account, place + ".tasks"),
        first,
        groups(line.secondGroups(), first, account, place + ".secondGroups"),
        except(line, account, place + ".except"));
  }

  private boolean except(Entry line, boolean account, String place) {
    boolean except = Boolean.TRUE.equals(line.except());
    if (except && account) {
      throw file.fault(
          "duties.no-exception-possible", place, "a line of scope ACCOUNT has no exceptions");
    }
    return except;
  }

  private Scope scope(String text, String place) {
    try {
      return Scope.valueOf(file.text(text, place));
    } catch (IllegalArgumentException unknown) {
      throw file.fault(
          "duties.unknown-scope", place, Quoted.text(text) + " is none of RECORD, ITEM, ACCOUNT");
    }
  }

  private List<DutyTask> tasks(List<TaskEntry> written, boolean account, String place) {
    List<TaskEntry> entries = file.list(written, place);
    if (account && !entries.isEmpty()) {
      throw file.fault("duties.not-for-scope", place, "scope ACCOUNT is about groups, not tasks");
    }
    return entries.stream()
        .map(
            one ->
                new DutyTask(
                    file.text(one.process(), place + ".process"),
                    file.text(one.task(), place + ".task"),
                    one.when() == null ? Map.of() : one.when()))
        .toList();
  }

  private Set<String> groups(
      List<String> written, Set<String> others, boolean account, String place) {
    List<String> names = file.list(written, place);
    if (account == names.isEmpty()) {
      throw file.fault(
          "duties.not-for-scope",
          place,
          account ? "scope ACCOUNT needs groups here" : "groups are for scope ACCOUNT only");
    }
    var groups = new LinkedHashSet<String>();
    for (String name : names) {
      if (name.equals(ALL_OTHERS)) {
        groups.addAll(Groups.ids());
        groups.removeAll(others);
      } else if (Groups.exists(name) || Groups.isConferred(name)) {
        groups.add(name);
      } else {
        throw file.fault("duties.unknown-group", place, "there is no group " + Quoted.text(name));
      }
    }
    return groups;
  }

  public Collection<Duty> all() {
    return List.copyOf(duties.values());
  }

  public Optional<Duty> find(String id) {
    return Optional.ofNullable(duties.get(id));
  }

  /** Whether any first duty is done in this task. */
  boolean isFirst(String process, String task) {
    return duties.values().stream()
        .flatMap(duty -> duty.firstTasks().stream())
        .anyMatch(one -> one.is(process, task));
  }

  /** Longest time an exception may be approved for. */
  public Duration longestException() {
    return longest;
  }

  /**
   * Each line that is about a subject needs exactly one practice that says who held the first duty;
   * and a practice speaks of no line that is not there.
   *
   * @throws ContentException {@code duties.unknown-duty}, {@code duties.not-enforced}
   */
  void check(Collection<DutyHolders> practices) {
    for (DutyHolders practice : practices) {
      for (String id : practice.duties()) {
        if (!duties.containsKey(id)) {
          throw file.fault(
              "duties.unknown-duty",
              LIST,
              practice.getClass().getSimpleName()
                  + " speaks of a line "
                  + id
                  + ", which is missing");
        }
      }
    }
    int index = 0;
    for (Duty duty : duties.values()) {
      long speak = practices.stream().filter(one -> one.duties().contains(duty.id())).count();
      if (duty.scope() != Scope.ACCOUNT && speak != 1) {
        throw file.fault(
            "duties.not-enforced",
            LIST + "[" + index + "]." + duty.id(),
            speak + " practices say who " + duty.first() + "; exactly one has to");
      }
      index++;
    }
  }

  /** A fault in this file, to be thrown. */
  public ContentException fault(String key, Duty duty, String reason) {
    return file.fault(key, LIST + "." + duty.id(), reason);
  }
}
