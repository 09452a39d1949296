package org.itsmsuite.change.work;

import java.time.Instant;

/**
 * What somebody did in a step of the work, as evidence. Never altered afterwards; a step done again
 * leaves another note.
 *
 * @param position of the change's notes, from 1
 * @param outcome what the step says came of it, such as {@code YES}; null where it only tells
 * @param by account of whoever did it
 */
public record WorkNote(
    String change,
    int position,
    WorkStep step,
    String outcome,
    String text,
    String by,
    Instant at) {}
