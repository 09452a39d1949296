package org.itsmsuite.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentLinks;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.OtherIncidents;
import org.itsmsuite.incident.Status;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/**
 * Connects an incident with another: as its child, its parent, or because they have to do with each
 * other.
 */
@Component
class LinkAction implements IncidentAction {

  static final String NAME = "link";
  static final int REASON = 2_000;

  /** Duplicates are made by reclassifying, which is another action. */
  static final List<LinkType> TYPES =
      List.of(LinkType.CHILD_OF, LinkType.PARENT_OF, LinkType.RELATED_TO);

  private final IncidentLinks links;
  private final IncidentAccess access;

  LinkAction(IncidentLinks links, IncidentAccess access) {
    this.links = links;
    this.access = access;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> fields() {
    return Set.of("type", "number", "reason");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    Stream<LinkType> possible = TYPES.stream().filter(type -> isPossible(incident, type));
    return Optional.of(
        new ActionOffer(
            NAME,
            "Link to another incident",
            Field.select(
                "type",
                "This incident is",
                true,
                possible.map(type -> new Option(type.name(), Labels.of(type))).toList()),
            Field.text("number", "Number of the other", true),
            Field.lines("reason", "Why", false)));
  }

  private boolean isPossible(Incident incident, LinkType type) {
    boolean free = type == LinkType.RELATED_TO || !access.isRestricted(incident.number());
    return switch (type) {
      case CHILD_OF -> free && mayBecomeChild(incident);
      case PARENT_OF -> free && (incident.isOpen() || incident.status() == Status.RESOLVED);
      default -> true;
    };
  }

  static boolean mayBecomeChild(Incident incident) {
    return incident.isOpen() && !incident.family().hasParent();
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    LinkType type = Choices.of(texts, "type", LinkType.class, values.get("type"));
    String other = texts.required("number", values.get("number"), 32);
    String reason = texts.lines("reason", values.get("reason"), REASON);
    texts.verify();
    access.find(other).orElseThrow(() -> OtherIncidents.unknown(other));
    links.link(number, type, other, reason);
  }
}
