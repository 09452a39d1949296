/** Proofs as rows. */
package org.itsmsuite.competence.store;
