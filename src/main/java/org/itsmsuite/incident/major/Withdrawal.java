package org.itsmsuite.incident.major;

import java.time.Instant;

/** That an incident is no major incident after all. */
public record Withdrawal(Instant at, String by, String reason) {}
