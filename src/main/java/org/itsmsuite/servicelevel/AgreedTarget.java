package org.itsmsuite.servicelevel;

/**
 * What a table promises to one customer for one service at one priority, as the table writes it; it
 * may be nonsense.
 *
 * @param clock kind of the clock that measures it
 * @param target working time in the calendar
 * @param agreement id, or null if the table names none
 * @param requirement id, or null as above
 */
public record AgreedTarget(
    String service,
    String customer,
    String priority,
    String clock,
    String target,
    String calendar,
    String agreement,
    String requirement) {}
