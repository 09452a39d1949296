package org.itsmsuite.identity.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that Tasklist shows everybody who works on tasks: what is due first stands first. */
@Component
class TasklistFilters {

  static final List<String> NAMES = List.of("My tasks", "My groups", "Overdue", "Changes");

  private final FilterService filters;
  private final TaskService tasks;

  TasklistFilters(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  /** Creates those that are missing; one that exists is left as somebody may have changed it. */
  void create() {
    create(NAMES.get(0), "What you have claimed", 10, mine());
    create(NAMES.get(1), "What your groups can claim", 20, ofMyGroups());
    create(NAMES.get(2), "Past its due date, yours or your groups'", 30, overdue());
    create(NAMES.get(3), "What changes wait for, yours or your groups'", 40, ofChanges());
  }

  /** The engine's id of a filter. */
  Optional<String> find(String name) {
    return Optional.ofNullable(
            filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElse(null))
        .map(Filter::getId);
  }

  private TaskQuery mine() {
    return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
  }

  private TaskQuery ofMyGroups() {
    return tasks
        .createTaskQuery()
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .taskUnassigned();
  }

  private TaskQuery overdue() {
    return tasks
        .createTaskQuery()
        .dueBeforeExpression("${now()}")
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .endOr();
  }

  /** The process of a change and the parts that it calls. */
  private TaskQuery ofChanges() {
    return tasks
        .createTaskQuery()
        .processDefinitionKeyIn(
            "change-approval",
            "change-assessment",
            "change-decision",
            "change-vote",
            "change-scheduling",
            "change-implementation",
            "change-review")
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .endOr();
  }

  private void create(String name, String description, int place, TaskQuery query) {
    if (find(name).isPresent()) {
      return;
    }
    var filter = filters.newTaskFilter(name);
    filter.setQuery(query.orderByDueDate().asc().orderByTaskPriority().desc());
    filter.setProperties(properties(description, place));
    filters.saveFilter(filter);
  }

  private static Map<String, Object> properties(String description, int place) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("description", description);
    properties.put("priority", place);
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    properties.put(
        "variables",
        List.of(
            Map.of("name", "priority", "label", "Priority"),
            Map.of("name", "supportGroup", "label", "Support group")));
    return properties;
  }
}
