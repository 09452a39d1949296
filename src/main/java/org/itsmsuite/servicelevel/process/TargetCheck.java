package org.itsmsuite.servicelevel.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.engine.decision.ContentDecisions;
import org.itsmsuite.engine.release.ReleaseCheck;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.servicelevel.AgreedTarget;
import org.itsmsuite.servicelevel.Agreement;
import org.itsmsuite.servicelevel.Agreements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Behind each target stands an agreement that covers its service and its customer, and a
 * requirement of it; behind each agreement stands a target. A table from before agreements were
 * named has no column for them; it passes with a warning.
 */
@Component
public class TargetCheck implements ReleaseCheck {

  private static final Logger LOG = LoggerFactory.getLogger(TargetCheck.class);
  private static final String SUFFIX = "/" + TargetGrid.DECISION + ".dmn";

  /**
   * @throws ContentException {@code servicelevel.orphaned-targets}, which lists all of them, {@code
   *     servicelevel.promised-twice}, {@code servicelevel.no-target}, or as the files are faulty
   */
  @Override
  public void check(ContentSource content) {
    List<String> files =
        content.list("processes", SUFFIX.substring(1)).stream()
            .filter(name -> name.endsWith(SUFFIX))
            .toList();
    if (files.isEmpty()) {
      return;
    }
    var groups = new ConfiguredSupportGroups(content);
    var catalogue = new ConfiguredCatalogue(content, groups);
    Agreements agreements = Agreements.read(content, catalogue, groups);
    var tables = new ContentDecisions(content);
    List<AgreedTarget> promised = new ArrayList<>();
    boolean isOld = false;
    for (String file : files) {
      var grid = new TargetGrid(tables, practice(file), catalogue);
      List<AgreedTarget> targets = grid.targets();
      requireOnce(file, targets);
      if (grid.namesAgreements()) {
        requireNoOrphans(file, new Orphans(agreements).in(grid.rows(), targets));
      } else {
        LOG.warn("{} has no column for agreements: nothing stands behind its targets", file);
        isOld = true;
      }
      promised.addAll(targets);
    }
    if (!isOld) {
      requireTargets(agreements, promised);
    }
  }

  private static String practice(String file) {
    return file.substring("processes/".length(), file.length() - SUFFIX.length());
  }

  private static void requireOnce(String file, List<AgreedTarget> targets) {
    List<String> names = targets.stream().map(Orphans::place).toList();
    List<String> twice = new ArrayList<>(names);
    Set.copyOf(names).forEach(twice::remove);
    if (!twice.isEmpty()) {
      throw new ContentException(
          "servicelevel.promised-twice",
          file,
          twice.get(0),
          "more than one row promises this: " + twice);
    }
  }

  private static void requireNoOrphans(String file, List<Orphans.Orphan> orphans) {
    if (!orphans.isEmpty()) {
      throw new ContentException(
          "servicelevel.orphaned-targets",
          file,
          orphans.get(0).place(),
          orphans.stream()
              .map(orphan -> "\n  " + orphan.place() + ": " + orphan.reason())
              .collect(
                  Collectors.joining(
                      "",
                      (orphans.size() == 1 ? "1 target traces" : orphans.size() + " targets trace")
                          + " to no agreement and requirement:",
                      "\n")));
    }
  }

  private static void requireTargets(Agreements agreements, List<AgreedTarget> promised) {
    Set<String> named =
        promised.stream()
            .map(AgreedTarget::agreement)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    for (Agreement agreement : agreements.all()) {
      if (agreement.targets().isEmpty() && !named.contains(agreement.id())) {
        throw new ContentException(
            "servicelevel.no-target",
            "config/agreements.yaml",
            agreement.id(),
            "no row of sla-target names this agreement, and it has no targets of its own");
      }
    }
  }
}
