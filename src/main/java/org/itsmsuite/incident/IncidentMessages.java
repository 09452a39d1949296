package org.itsmsuite.incident;

/** Messages the incident's process waits for or leaves for others, as its models name them. */
public final class IncidentMessages {

  public static final String PRIORITY_CHANGED = "incident.priorityChanged";
  public static final String WAITING_STARTED = "incident.waitingStarted";
  public static final String RESUMED = "incident.resumed";
  public static final String HANDED_OVER = "incident.handedOver";
  public static final String CANCELLED = "incident.cancelled";
  public static final String REOPENED = "incident.reopened";

  public static final String RECLASSIFIED = "incident.reclassified";
  public static final String PROMOTED_TO_SECURITY = "incident.promotedToSecurity";
  public static final String SECURITY_SUSPECTED = "incident.securitySuspected";
  public static final String MAJOR_DECLARED = "incident.majorDeclared";
  public static final String MAJOR_WITHDRAWN = "incident.majorWithdrawn";
  public static final String MAJOR_RESUMED = "incident.majorResumed";
  public static final String TECHNICAL_TASK_ADDED = "incident.technicalTaskAdded";
  public static final String PARENT_RESOLVED = "incident.parentResolved";
  public static final String LAST_CHILD_CLOSED = "incident.lastChildClosed";
  public static final String ENDED = "incident.ended";

  private IncidentMessages() {}
}
