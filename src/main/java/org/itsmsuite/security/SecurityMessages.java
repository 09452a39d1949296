package org.itsmsuite.security;

import org.itsmsuite.incident.IncidentMessages;

/** Messages that the practice takes, waits for or leaves, as models name them. */
public final class SecurityMessages {

  /** Leaves an incident (I-22). */
  public static final String SUSPECTED = IncidentMessages.SECURITY_SUSPECTED;

  public static final String NEW_FINDINGS = "security.newFindings";
  public static final String GROUPED = "security.groupedUnderAnother";

  /** I-23: a service has to be restored. */
  public static final String SERVICE_AFFECTED = "security.serviceAffected";

  private SecurityMessages() {}
}
