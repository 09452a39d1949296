package org.itsmsuite.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An account for trying the suite out; its password is its name.
 *
 * @param firstName the name's words but the last, as people read them
 * @param lastName never empty: the engine's pages would print "null"
 */
public record DemoAccount(String name, String firstName, String lastName, List<String> groups) {

  /** All demo accounts, in the order they are shown. */
  public static final List<DemoAccount> ALL =
      List.of(
          in("requester", "customers"),
          in("customer-contact", "customer-contacts"),
          in("supplier-1", "suppliers"),
          in("agent", "service-desk"),
          in("specialist", "second-level"),
          in("engineer", "third-level"),
          in("security-officer", "security-team"),
          in("incident-manager", "incident-managers"),
          in("problem-manager", "problem-managers"),
          in("change-manager", "change-managers"),
          in("release-manager", "release-managers"),
          in("configuration-manager", "configuration-managers"),
          in("service-level-manager", "service-level-managers"),
          in("cab-chair", "cab", "cab-chairs"),
          in("cab-1", "cab"),
          in("cab-2", "cab"),
          in("cab-3", "cab"),
          in("ecab-1", "ecab"),
          in("ecab-2", "ecab"),
          in("ecab-3", "ecab"),
          in("process-owner", "process-owners"),
          in("process-approver", "process-approvers"),
          in("auditor", "auditors"),
          in("top-manager", "top-management"),
          in("admin", Groups.ADMINISTRATORS));

  public String email() {
    return name + "@example.org";
  }

  /** The groups in one line, such as {@code cab, cab-chairs}. */
  public String group() {
    return String.join(", ", groups);
  }

  private static DemoAccount in(String name, String... groups) {
    var words =
        Arrays.stream(name.split("-"))
            .map(word -> word.endsWith("cab") ? word.toUpperCase() : capital(word))
            .collect(Collectors.toList());
    if (words.size() == 1) {
      words.add(0, "Demo");
    }
    var last = words.remove(words.size() - 1);
    return new DemoAccount(name, String.join(" ", words), last, List.of(groups));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
