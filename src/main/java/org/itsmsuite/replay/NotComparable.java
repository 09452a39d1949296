package org.itsmsuite.replay;

import java.util.List;

/**
 * Why a recorded incident could not be played to its end.
 *
 * @param reason what the models do not offer
 * @param lines the line at which that happened, and those after it
 */
public record NotComparable(String reason, List<Long> lines) {}
