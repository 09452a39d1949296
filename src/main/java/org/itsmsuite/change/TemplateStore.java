package org.itsmsuite.change;

import java.util.List;
import java.util.Optional;

/** Keeps templates. */
public interface TemplateStore {

  /**
   * @throws org.itsmsuite.incident.ConcurrentChangeException if that version is there already
   */
  void add(Template template);

  /**
   * Writes what became of a version that {@code was} so.
   *
   * @throws org.itsmsuite.incident.ConcurrentChangeException if it is not so any more
   */
  void save(Template was, Template template);

  Optional<Template> find(String id, int version);

  /** All versions of all templates, by id, the newest version first. */
  List<Template> all();
}
