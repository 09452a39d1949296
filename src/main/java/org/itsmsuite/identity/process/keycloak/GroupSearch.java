package org.itsmsuite.identity.process.keycloak;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.itsmsuite.identity.directory.Directory;
import org.itsmsuite.identity.directory.DirectoryGroup;

/** Answers the engine's questions about groups; all of them are kept, so every answer is exact. */
class GroupSearch {

  private final Directory directory;

  GroupSearch(Directory directory) {
    this.directory = directory;
  }

  /** All that match, in the order asked for, else by id. */
  List<Group> matching(GroupQueryImpl query, Readable readable) {
    // One's own groups one may always know.
    boolean own = query.getUserId() != null && query.getUserId().equals(readable.reader());
    return Question.ask(() -> candidates(query).toList()).stream()
        .filter(group -> own || readable.isReadable(group.id()))
        .map(GroupSearch::group)
        .filter(group -> accepts(query, group))
        .sorted(comparator(query.getOrderingProperties()))
        .toList();
  }

  private Stream<DirectoryGroup> candidates(GroupQueryImpl query) {
    if (query.getUserId() != null) {
      var groups = directory.groups();
      return directory.groupsOf(query.getUserId()).stream().flatMap(id -> groups.find(id).stream());
    }
    if (query.getId() != null) {
      return directory.group(query.getId()).stream();
    }
    if (query.getIds() != null) {
      return Arrays.stream(query.getIds()).distinct().flatMap(id -> directory.group(id).stream());
    }
    return directory.groups().all().stream();
  }

  private static boolean accepts(GroupQueryImpl query, Group group) {
    return (query.getId() == null || query.getId().equals(group.getId()))
        && (query.getIds() == null || Arrays.asList(query.getIds()).contains(group.getId()))
        && (query.getName() == null || query.getName().equalsIgnoreCase(group.getName()))
        && (query.getNameLike() == null || new Like(query.getNameLike()).matches(group.getName()))
        && (query.getType() == null || query.getType().equals(group.getType()));
  }

  private static Comparator<Group> comparator(List<QueryOrderingProperty> order) {
    return order.stream()
        .map(GroupSearch::comparator)
        .reduce(Comparator::thenComparing)
        .map(asked -> asked.thenComparing(Group::getId))
        .orElse(Comparator.comparing(Group::getId));
  }

  private static Comparator<Group> comparator(QueryOrderingProperty order) {
    Comparator<Group> ascending;
    if (GroupQueryProperty.NAME.equals(order.getQueryProperty())) {
      ascending = Comparator.comparing(Group::getName);
    } else if (GroupQueryProperty.TYPE.equals(order.getQueryProperty())) {
      ascending = Comparator.comparing(Group::getType);
    } else {
      ascending = Comparator.comparing(Group::getId);
    }
    return order.getDirection() == Direction.DESCENDING ? ascending.reversed() : ascending;
  }

  /** The suite's own groups have the name and type they have without Keycloak. */
  private static Group group(DirectoryGroup known) {
    var name = org.itsmsuite.identity.Groups.all().get(known.id());
    var group = new GroupEntity();
    group.setId(known.id());
    group.setName(Objects.requireNonNullElse(name, known.id()));
    group.setType(name == null ? Groups.GROUP_TYPE_WORKFLOW : "ITSM");
    return group;
  }
}
