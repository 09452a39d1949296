package org.itsmsuite.replay;

/** Something about one line that was played, but not as it stands. */
public record Note(long line, String reason) {}
