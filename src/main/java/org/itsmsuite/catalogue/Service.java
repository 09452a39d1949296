package org.itsmsuite.catalogue;

import java.util.List;

/**
 * A service as customers know it.
 *
 * @param id short and stable, such as {@code workplace}
 * @param customers ids of the customers who receive it; at least one
 * @param supportGroup group that restores it after triage
 */
public record Service(String id, String name, List<String> customers, String supportGroup) {}
