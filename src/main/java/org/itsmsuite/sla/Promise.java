package org.itsmsuite.sla;

import java.time.Instant;

/**
 * What a record's clocks are started with.
 *
 * @param run the engine's process instance that carries the timers
 * @param bundle the release whose tables stay with the record
 * @param level support level of the group that works on it, from 1
 * @param since start of the clocks: the record's opening
 */
public record Promise(
    String record,
    String run,
    String bundle,
    String service,
    String customer,
    String priority,
    int level,
    Instant since) {}
