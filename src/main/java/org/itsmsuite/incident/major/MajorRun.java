package org.itsmsuite.incident.major;

/**
 * The process instance in which a major incident is led.
 *
 * @param process as facts name it, such as {@code major-incident:1}
 */
public record MajorRun(String instance, String process) {}
