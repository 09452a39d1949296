package org.itsmsuite.identity;

import java.util.List;
import java.util.Optional;

/** The support groups in force (seeded from {@code config/support-groups.yaml}). */
public interface SupportGroups {

  Optional<SupportGroup> find(String id);

  List<SupportGroup> all();
}
