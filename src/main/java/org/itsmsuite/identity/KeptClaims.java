package org.itsmsuite.identity;

import java.util.Set;

/** Which claims of an identity provider's tokens a module reads; of the others nothing is kept. */
@FunctionalInterface
public interface KeptClaims {

  Set<String> names();
}
