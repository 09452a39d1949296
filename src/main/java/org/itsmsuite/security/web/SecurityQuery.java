package org.itsmsuite.security.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStatus;
import org.itsmsuite.web.Texts;

/** The parameters of a list, as addresses carry them. */
record SecurityQuery(String status, Integer page, Integer size) {

  /**
   * @throws org.itsmsuite.refusal.Refusal naming every parameter that is not valid
   */
  SecuritySearch checked(KnownRecords known) {
    var texts = new Texts();
    List<SecurityStatus> statuses = new ArrayList<>();
    for (String one : status == null ? new String[0] : status.split(",")) {
      if (!one.isBlank()) {
        statuses.addAll(named(texts, one));
      }
    }
    var search =
        new SecuritySearch(
            statuses,
            known,
            between(texts, "page", page, 0, 0, 1_000_000),
            between(texts, "size", size, 20, 1, 100));
    texts.verify();
    return search;
  }

  private static List<SecurityStatus> named(Texts texts, String name) {
    List<SecurityStatus> found =
        Arrays.stream(SecurityStatus.values()).filter(one -> one.name().equals(name)).toList();
    if (found.isEmpty()) {
      texts.wrong(
          "status",
          "security.unknown-status",
          "One of " + Arrays.toString(SecurityStatus.values()) + " is expected.");
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
