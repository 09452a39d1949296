/** Keeps code out of models: refused when a model is read, and impossible when it runs. */
package org.itsmsuite.engine.model;
