package org.itsmsuite.identity.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.GroupPaths;

/** Answers from the kept tree of groups, and for groups right below the root without it. */
class TreeGroupPaths implements GroupPaths {

  private final Directory directory;
  private final String root;

  TreeGroupPaths(Directory directory, DirectorySettings settings) {
    this.directory = directory;
    this.root = settings.groupRoot() + "/";
  }

  @Override
  public Set<String> idsOf(Collection<String> paths) {
    var ids = new LinkedHashSet<String>();
    paths.forEach(path -> idOf(path).ifPresent(ids::add));
    return ids;
  }

  private Optional<String> idOf(String path) {
    if (!path.startsWith(root)) {
      return Optional.empty();
    }
    // Nothing can be nearer the root than this, and names are unique on one level.
    var name = path.substring(root.length());
    if (!name.contains("/")) {
      return Optional.of(name).filter(Names::isGroup);
    }
    try {
      return directory.groups().byPath(path).map(DirectoryGroup::id);
    } catch (OutOfReach e) {
      return Optional.empty();
    }
  }
}
