package org.itsmsuite.incident.major;

import java.util.List;

/** The process in which a major incident is led. Joins the caller's transaction. */
public interface MajorFlow {

  /** A task that waits for a person. */
  record OpenTask(String id, String name, String assignee) {}

  /** The open tasks that are a manager's go over to another. */
  void reassign(MajorRun run, String from, String to);

  List<OpenTask> tasks(MajorRun run);
}
