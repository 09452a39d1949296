package org.itsmsuite.incident;

/**
 * Where an incident stands among incidents that are resolved together.
 *
 * @param parent number of the incident that is resolved for it too, or null
 */
public record Family(String parent) {

  static final Family NONE = new Family(null);

  public boolean hasParent() {
    return parent != null;
  }
}
