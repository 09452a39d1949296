package org.itsmsuite.security;

/**
 * A practice's part of the view of all security incidents in the sense of ISO/IEC 27001, which has
 * one name for what we handle by several mechanisms (S-57). A practice publishes one bean per
 * table.
 *
 * @param select a query without parameters that gives exactly the flagged records as {@code
 *     mechanism} (varchar, such as {@code PROBLEM}), {@code number}, {@code title}, {@code status},
 *     {@code opened_at}; never put together from anything that comes from outside
 */
public record SecurityViewSource(String select) {}
