package org.itsmsuite.incident.major;

/** Messages the processes wait for, as the models name them. */
public final class MajorMessages {

  /** To {@code incident-triage}: starts {@code major-incident} beside the work. */
  public static final String DECLARED = "incident.majorDeclared";

  public static final String WITHDRAWN = "incident.majorWithdrawn";
  public static final String TECHNICAL_TASK_ADDED = "incident.technicalTaskAdded";
  public static final String ENDED = "incident.ended";
  public static final String RESUMED = "incident.majorResumed";

  private MajorMessages() {}
}
