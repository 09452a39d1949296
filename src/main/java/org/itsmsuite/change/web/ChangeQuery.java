package org.itsmsuite.change.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.Status;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.web.Texts;

/** The parameters of a list, as addresses carry them. */
record ChangeQuery(
    String status,
    String category,
    String text,
    String item,
    String service,
    Integer page,
    Integer size) {

  /**
   * @throws org.itsmsuite.refusal.Refusal naming every parameter that is not valid
   */
  ChangeSearch checked(ChangeSearch.Reach reach, KnownRecords known) {
    var texts = new Texts();
    var search =
        new ChangeSearch(
            named(texts, "status", status, Status.values()),
            named(texts, "category", category, Category.values()),
            texts.optional("text", text, 200),
            texts.optional("item", item, 100),
            texts.optional("service", service, 100),
            null,
            reach,
            known,
            between(texts, "page", page, 0, 0, 1_000_000),
            between(texts, "size", size, 20, 1, 100));
    texts.verify();
    return search;
  }

  private static <E extends Enum<E>> List<E> named(
      Texts texts, String field, String names, E[] all) {
    List<E> found = new ArrayList<>();
    for (String name : names == null ? new String[0] : names.split(",")) {
      if (name.isBlank()) {
        continue;
      }
      Arrays.stream(all)
          .filter(one -> one.name().equals(name.strip()))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () ->
                  texts.wrong(
                      field,
                      "change.unknown-" + field,
                      "One of " + Arrays.toString(all) + " is expected."));
    }
    return found;
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
