package org.itsmsuite.bench;

import java.util.Map;

/**
 * What people do with a ticket, on the suite and on the bare engine. Each verb is one call of
 * theirs.
 */
interface Desk {

  /** Reports an incident of the e-mail service. */
  String report();

  /** Finds the ticket's task and claims it. */
  String take(String ticket, String account);

  void complete(String task, String account, Map<String, Object> form);

  /** The requester says that it works again. */
  void confirm(String ticket);

  /** The job that is left when the ticket is closed: its time to be reopened. */
  String lastJob(String ticket);

  /** Runs it, as the job executor does when its time has come; the process ends. */
  void run(String job);

  /** Whether nothing of the ticket's process is left to do. */
  boolean isOver(String ticket);
}
