/**
 * The suite with a Keycloak of the size of a large organisation: {@link
 * org.itsmsuite.keycloak.load.KeycloakLoad} fills a realm and measures, by hand. See
 * docs/keycloak-directory.md.
 */
package org.itsmsuite.keycloak.load;
