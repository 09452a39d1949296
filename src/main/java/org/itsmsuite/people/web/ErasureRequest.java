package org.itsmsuite.people.web;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.web.Texts;

/**
 * What is asked for.
 *
 * @param reason needed unless it is a dry run; it must not name the person
 * @param otherNames what free text may call the person besides, such as a mail address
 * @param dryRun only look, which is the default
 */
record ErasureRequest(String reason, List<String> otherNames, Boolean dryRun) {

  private static final int MOST_NAMES = 10;
  private static final int SHORTEST_NAME = 3;

  boolean isDryRun() {
    return dryRun == null || dryRun;
  }

  static String account(String account) {
    var texts = new Texts();
    String checked = texts.required("account", account, 255);
    texts.verify();
    return checked;
  }

  String checkedReason() {
    var texts = new Texts();
    String checked = texts.required("reason", reason, 2000);
    texts.verify();
    return checked;
  }

  List<String> checkedNames() {
    var texts = new Texts();
    List<String> names = new ArrayList<>();
    List<String> given = otherNames == null ? List.of() : otherNames;
    for (int i = 0; i < given.size(); i++) {
      String name = texts.optional("otherNames[" + i + "]", given.get(i), 150);
      if (name != null && name.length() < SHORTEST_NAME) {
        texts.wrong(
            "otherNames[" + i + "]",
            "erasure.name-too-short",
            "So short a name is found anywhere.");
      }
      if (name != null) {
        names.add(name);
      }
    }
    if (names.size() > MOST_NAMES) {
      texts.wrong("otherNames", "erasure.too-many-names", "At most " + MOST_NAMES + ".");
    }
    texts.verify();
    return names;
  }
}
