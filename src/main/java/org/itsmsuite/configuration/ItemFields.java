package org.itsmsuite.configuration;

import java.util.Map;

/**
 * An item as somebody writes it: texts that nobody has looked at yet. Null was not written; of an
 * item that exists it leaves the value as it is, and an empty text takes it away.
 *
 * @param attributes texts by name; may be null
 */
public record ItemFields(
    String id,
    String level,
    String type,
    String name,
    String description,
    String designation,
    String outcome,
    String criticality,
    String supportGroup,
    String status,
    String asset,
    Map<String, String> attributes) {

  static ItemFields of(ItemUpdate update) {
    return new ItemFields(
        null,
        null,
        update.type(),
        update.name(),
        update.description(),
        update.designation(),
        update.outcome(),
        update.criticality() == null ? null : update.criticality().name(),
        update.supportGroup(),
        update.status(),
        update.asset() == null ? null : update.asset().toString(),
        update.attributes());
  }
}
