/**
 * How models get into the engine: by bundle, under stable names, once per content, with a fact in
 * the ledger (clauses 7.5 and 8.5.1).
 */
@org.springframework.modulith.NamedInterface("release")
package org.itsmsuite.engine.release;
