package org.itsmsuite.identity;

import java.util.Collection;

/**
 * Knows addresses that are answered. Each way of answering has a bean of this type: a start with an
 * address that has no line in the address table fails.
 */
public interface ServedAddresses {

  Collection<ServedAddress> all();
}
