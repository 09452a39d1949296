/** People and programs that prove who they are at a Keycloak server (profile {@code keycloak}). */
package org.itsmsuite.web.login.keycloak;
