/** Decision tables of released bundles, asked directly. */
package org.itsmsuite.engine.decision;
