package org.itsmsuite.incident.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentSearch.Scope;
import org.itsmsuite.incident.IncidentSearch.Sort;
import org.itsmsuite.incident.Status;
import org.itsmsuite.web.Texts;

/** The parameters of a list, as addresses carry them. */
record IncidentQuery(
    String status,
    String priority,
    String group,
    Boolean major,
    String text,
    String sort,
    Integer page,
    Integer size) {

  private static final Map<String, Sort> SORTS =
      Map.of(
          "openedAt", Sort.OPENED,
          "dueAt", Sort.DUE,
          "priority", Sort.PRIORITY,
          "status", Sort.STATUS,
          "number", Sort.NUMBER);

  /**
   * @throws org.itsmsuite.refusal.Refusal naming every parameter that is not valid
   */
  IncidentSearch checked(Scope scope, String defaultSort) {
    var texts = new Texts();
    List<Status> statuses = statuses(texts);
    String[] order = (sort == null || sort.isBlank() ? defaultSort : sort).split(",", 2);
    if (!SORTS.containsKey(order[0])
        || (order.length > 1 && !List.of("asc", "desc").contains(order[1]))) {
      texts.wrong(
          "sort",
          "request.unknown-sort",
          "One of " + SORTS.keySet().stream().sorted().toList() + ", then ,asc or ,desc.");
    }
    int wantedPage = between(texts, "page", page, 0, 0, 1_000_000);
    int wantedSize = between(texts, "size", size, 20, 1, 100);
    var search =
        new IncidentSearch(
            statuses,
            texts.optional("priority", priority, 16),
            texts.optional("group", group, 100),
            Boolean.TRUE.equals(major),
            texts.optional("text", text, 200),
            scope,
            SORTS.get(order[0]),
            order.length > 1 && order[1].equals("desc"),
            wantedPage,
            wantedSize);
    texts.verify();
    return search;
  }

  private List<Status> statuses(Texts texts) {
    List<Status> statuses = new ArrayList<>();
    for (String one : status == null ? new String[0] : status.split(",")) {
      if (!one.isBlank()) {
        Status found = Choices.of(texts, "status", Status.class, one);
        if (found != null) {
          statuses.add(found);
        }
      }
    }
    return statuses;
  }

  private static int between(
      Texts texts, String field, Integer value, int otherwise, int min, int max) {
    if (value == null) {
      return otherwise;
    }
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "From " + min + " to " + max + ".");
      return otherwise;
    }
    return value;
  }
}
