/**
 * The ledger in the database. Open to others by name for one purpose: the command line verifies a
 * ledger without starting the suite.
 */
@org.springframework.modulith.NamedInterface("store")
package org.itsmsuite.ledger.store;
