package org.itsmsuite.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.incident.Status;
import org.itsmsuite.sla.ClockState;

/**
 * What the process made of one recorded incident.
 *
 * @param number as in the log
 * @param recordedPriority the log's last one, as our table names it; null if the log does not say
 * @param isJudged whether the log knows impact and urgency, without which priorities cannot agree
 * @param resolution {@code MET}, {@code BREACHED} or null
 * @param response the same
 * @param waiting how long it waited for others in all, in real time
 * @param reassignmentCount recorded changes of the group that the process made; neither the first
 *     group nor what escalation did counts
 * @param change that it waited for, as the log calls it; null if the log names none
 * @param causedBy the change that caused it, likewise
 * @param wouldHave what timers that stand in for a person would have done, as {@code
 *     closeAutomatically@2016-03-07T11:29:00Z}
 * @param notComparable null if every entry was played
 * @param adjusted entries that were played otherwise than they stand
 */
public record PlayedIncident(
    String number,
    String priority,
    String recordedPriority,
    @JsonIgnore boolean isJudged,
    Status status,
    Instant openedAt,
    Instant resolvedAt,
    Instant closedAt,
    Instant resolutionDueAt,
    ClockState resolution,
    ClockState response,
    Duration waiting,
    int reopenCount,
    int reassignmentCount,
    String problem,
    String change,
    String causedBy,
    List<String> wouldHave,
    @JsonInclude(JsonInclude.Include.NON_NULL) NotComparable notComparable,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> adjusted) {}
