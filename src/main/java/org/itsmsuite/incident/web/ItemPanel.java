package org.itsmsuite.incident.web;

import java.util.List;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.ImpactTrees;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/**
 * What else suffers with the item that an incident names (I-15). What is named there is free text;
 * only where it is an item's id is there something to tell.
 */
@Component
class ItemPanel implements RecordPanels {

  private static final int ORDER = 4;
  private static final int SHOWN = 8;

  private final IncidentAccess incidents;
  private final Items items;
  private final ImpactTrees trees;
  private final Access access;
  private final CurrentUser user;

  ItemPanel(
      IncidentAccess incidents, Items items, ImpactTrees trees, Access access, CurrentUser user) {
    this.incidents = incidents;
    this.items = items;
    this.trees = trees;
    this.access = access;
    this.user = user;
  }

  /**
   * What the template shows.
   *
   * @param services that suffer
   * @param others that suffer, the nearest first, not more than people read
   * @param more how many suffer beside these
   */
  record Data(Item item, List<Item> services, List<Item> others, int more, boolean truncated) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    if (!internal
        || !record.practice().equals("incident")
        || !access.may(user.actor(), "item.read")) {
      return List.of();
    }
    Incident incident = incidents.visible(record.number());
    String named = incident.report().configurationItem();
    return items
        .find(named)
        .map(this::data)
        .map(data -> List.of(new RecordPanel(ORDER, false, "incident/item", data)))
        .orElse(List.of());
  }

  private Data data(Item item) {
    ImpactTree tree = trees.of(List.of(item.id()));
    List<Item> services = tree.services();
    List<Item> others =
        tree.affected().stream().map(one -> one.item()).filter(one -> !one.isService()).toList();
    int shownServices = Math.min(services.size(), SHOWN);
    int shownOthers = Math.min(others.size(), SHOWN);
    return new Data(
        item,
        services.subList(0, shownServices),
        others.subList(0, shownOthers),
        tree.affected().size() - shownServices - shownOthers,
        tree.truncated());
  }
}
