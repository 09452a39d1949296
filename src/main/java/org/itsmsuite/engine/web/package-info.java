/** How the engine's REST API tells refusals. */
package org.itsmsuite.engine.web;
