package org.itsmsuite.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The groups everything else speaks of: the same names in the engine, in models and in an outside
 * identity provider. Which person belongs to which is data; that these exist is not.
 */
public final class Groups {

  public static final String ADMINISTRATORS = "camunda-admin";

  /**
   * Auditors within an engagement: what they may is an entry of the access table. Conferred by an
   * engagement in force; nobody is stored in it, and the engine does not know it.
   */
  public static final String ENGAGED_AUDITORS = "engaged-auditors";

  public static final String AUDITORS = "auditors";

  private static final Map<String, String> NAMES = names();

  private Groups() {}

  /** Group id to the name people read, in a fixed order. */
  public static Map<String, String> all() {
    return NAMES;
  }

  public static Set<String> ids() {
    return NAMES.keySet();
  }

  public static boolean exists(String id) {
    return NAMES.containsKey(id);
  }

  /** Whether nobody is stored in it, because something else confers it. */
  public static boolean isConferred(String id) {
    return ENGAGED_AUDITORS.equals(id);
  }

  /** Groups that nobody is stored in. */
  static Set<String> conferred() {
    return Set.of(ENGAGED_AUDITORS);
  }

  private static Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    names.put("customers", "Customers and users");
    names.put("customer-contacts", "Customer contacts");
    names.put("suppliers", "Suppliers");
    names.put("service-desk", "Service desk");
    names.put("second-level", "Second level support");
    names.put("third-level", "Third level support");
    names.put("security-team", "Information security team");
    names.put("incident-managers", "Incident managers");
    names.put("problem-managers", "Problem managers");
    names.put("change-managers", "Change managers");
    names.put("cab", "Change advisory board");
    names.put("cab-chairs", "Chairs of the change advisory board");
    names.put("ecab", "Emergency change advisory board");
    names.put("release-managers", "Release managers");
    names.put("configuration-managers", "Configuration managers");
    names.put("service-level-managers", "Service level managers");
    names.put("process-owners", "Process owners");
    names.put("process-approvers", "Process approvers");
    names.put(AUDITORS, "Auditors");
    names.put("top-management", "Top management");
    names.put(ADMINISTRATORS, "Administrators");
    return Collections.unmodifiableMap(names);
  }
}
