package org.itsmsuite.configuration;

/**
 * A state in an item's life.
 *
 * @param retired whether it is the one that retiring leads to
 */
public record ItemStatus(String id, String name, boolean retired) {}
