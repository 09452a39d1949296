/** Votes and ballots in the suite's own tables. */
package org.itsmsuite.change.vote.store;
