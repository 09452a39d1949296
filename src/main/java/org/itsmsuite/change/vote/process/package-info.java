/** Votes as the models see them. */
package org.itsmsuite.change.vote.process;
