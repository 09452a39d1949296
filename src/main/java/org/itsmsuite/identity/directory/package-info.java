/**
 * People and groups as Keycloak keeps them: asked for page by page, kept for a while, and answered
 * from what is kept while Keycloak cannot be reached. Knows nothing of the engine.
 */
package org.itsmsuite.identity.directory;
