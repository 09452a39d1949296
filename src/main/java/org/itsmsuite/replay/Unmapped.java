package org.itsmsuite.replay;

/** A line of the log that could not be played, and why. */
public record Unmapped(long line, String reason) {}
