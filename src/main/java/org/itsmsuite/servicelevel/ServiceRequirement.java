package org.itsmsuite.servicelevel;

import java.util.List;

/**
 * What the other side needs from services, in words.
 *
 * @param id short, unique within its agreement
 * @param services of the agreement that it is about; at least one
 */
public record ServiceRequirement(String id, List<String> services, String text) {}
