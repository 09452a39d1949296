package org.itsmsuite.identity.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.itsmsuite.identity.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log, once, what of the realm's groups an administrator would not expect. */
class GroupReport {

  private static final Logger LOG = LoggerFactory.getLogger(GroupReport.class);

  private final AtomicReference<List<String>> told = new AtomicReference<>(List.of());

  /** The tree it is given. */
  GroupTree on(GroupTree groups) {
    var findings = new ArrayList<>(groups.passedOver());
    var missing = groups.missing(Groups.ids());
    if (!missing.isEmpty()) {
      findings.add("the realm has no group for " + String.join(", ", missing));
    }
    if (!told.getAndSet(List.copyOf(findings)).equals(findings)) {
      findings.forEach(this::tell);
    }
    return groups;
  }

  void tell(String finding) {
    LOG.warn("Groups in Keycloak: {}.", finding);
  }
}
