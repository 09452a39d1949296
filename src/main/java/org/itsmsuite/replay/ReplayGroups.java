package org.itsmsuite.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;

/** The support groups in force, and besides them those that only the log knows. */
final class ReplayGroups implements SupportGroups {

  private final SupportGroups configured;
  private final Map<String, SupportGroup> own = new LinkedHashMap<>();

  ReplayGroups(SupportGroups configured) {
    this.configured = configured;
  }

  /** The id of the group that a log calls so; an unknown one becomes the replay's own. */
  String idOf(String name, Mapping mapping) {
    String known = mapping.knownGroups().get(name);
    if (known != null) {
      return known;
    }
    if (configured.find(name).isEmpty()) {
      Mapping.OtherGroups as = mapping.otherGroups();
      own.computeIfAbsent(
          name, id -> new SupportGroup(id, id, as.level(), as.next(), as.manager(), null));
    }
    return name;
  }

  @Override
  public Optional<SupportGroup> find(String id) {
    Optional<SupportGroup> found = configured.find(id);
    return found.isPresent() || id == null ? found : Optional.ofNullable(own.get(id));
  }

  @Override
  public List<SupportGroup> all() {
    List<SupportGroup> all = new ArrayList<>(configured.all());
    all.addAll(own.values());
    return all;
  }
}
