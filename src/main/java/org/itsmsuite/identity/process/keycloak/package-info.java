/**
 * The engine's view of people and groups that Keycloak keeps: the Keycloak plugin's provider, with
 * every answer taken from our own directory instead of the plugin's calls.
 */
package org.itsmsuite.identity.process.keycloak;
