package org.itsmsuite.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentLinks;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Takes a link away. */
@Component
class UnlinkAction implements IncidentAction {

  private static final String NAME = "unlink";

  private final IncidentLinks links;
  private final IncidentAccess access;

  UnlinkAction(IncidentLinks links, IncidentAccess access) {
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
    List<Link> removable = removable(incident);
    if (removable.isEmpty()) {
      return Optional.empty();
    }
    List<Option> ends =
        removable.stream()
            .map(link -> new Option(link.number(), Labels.of(link.type()) + " " + link.number()))
            .toList();
    return Optional.of(new ActionOffer(NAME, "Take a link away", fields(removable, ends)));
  }

  /** Which link is meant is asked only where two lead to the same incident. */
  private static List<Field> fields(List<Link> removable, List<Option> ends) {
    var end = Field.select("number", "Link", true, ends);
    if (removable.stream().map(Link::number).distinct().count() == removable.size()) {
      return List.of(end, ActionOffer.reason());
    }
    List<Option> types =
        LinkAction.TYPES.stream().map(type -> new Option(type.name(), Labels.of(type))).toList();
    return List.of(
        end,
        Field.select("type", "Which, if there is more than one", false, types),
        ActionOffer.reason());
  }

  private List<Link> removable(Incident incident) {
    return access.links(incident).stream()
        .filter(link -> LinkAction.TYPES.stream().anyMatch(type -> type.name().equals(link.type())))
        .toList();
  }

  /** The type may be left out where only one link leads to the other. */
  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String other = texts.required("number", values.get("number"), 32);
    String given = values.get("type");
    LinkType type =
        other != null && (given == null || given.isBlank())
            ? onlyType(texts, number, other)
            : Choices.of(texts, "type", LinkType.class, given);
    String reason = texts.requiredLines("reason", values.get("reason"), LinkAction.REASON);
    texts.verify();
    links.unlink(number, type, other, reason);
  }

  private LinkType onlyType(Texts texts, String number, String other) {
    List<Link> found =
        removable(access.visible(number)).stream()
            .filter(link -> link.number().equals(other))
            .toList();
    if (found.isEmpty()) {
      throw IncidentLinks.notLinked(number, other);
    }
    return Choices.of(
        texts, "type", LinkType.class, found.size() == 1 ? found.get(0).type() : null);
  }
}
