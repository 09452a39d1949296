package org.itsmsuite.replay;

import java.time.Instant;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Urgency;

/**
 * An entry of the log in our terms; what the log does not know is null, except number, state and
 * times.
 *
 * @param line where it stands in the file, from 1
 * @param at when the entry was made
 * @param priority as our table names it
 */
record Row(
    long line,
    String number,
    RecordedState state,
    Instant at,
    Instant openedAt,
    Impact impact,
    Urgency urgency,
    String priority,
    String group,
    String assignee,
    String requester,
    String category,
    String problem,
    String change,
    String causedBy) {

  boolean isJudged() {
    return impact != null && urgency != null;
  }
}
