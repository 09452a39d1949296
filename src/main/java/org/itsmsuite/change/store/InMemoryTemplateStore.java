package org.itsmsuite.change.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.change.Template;
import org.itsmsuite.change.TemplateStore;
import org.itsmsuite.incident.ConcurrentChangeException;

/** Templates in memory, for tests. One thread only. */
public class InMemoryTemplateStore implements TemplateStore {

  private final Map<String, Template> templates = new LinkedHashMap<>();

  private static String key(String id, int version) {
    return id + "/" + version;
  }

  @Override
  public void add(Template template) {
    if (templates.putIfAbsent(key(template.id(), template.version()), template) != null) {
      throw new ConcurrentChangeException(template.id());
    }
  }

  @Override
  public void save(Template was, Template template) {
    if (!templates.replace(key(template.id(), template.version()), was, template)) {
      throw new ConcurrentChangeException(template.id());
    }
  }

  @Override
  public Optional<Template> find(String id, int version) {
    return Optional.ofNullable(templates.get(key(id, version)));
  }

  @Override
  public List<Template> all() {
    return templates.values().stream()
        .sorted(
            Comparator.comparing(Template::id)
                .thenComparing(Comparator.comparing(Template::version).reversed()))
        .toList();
  }
}
