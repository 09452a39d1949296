package org.itsmsuite.incident;

/** What an unwanted event turns out to be. */
public enum Mechanism {
  INCIDENT,
  /** Somebody asks for something; passed on. */
  SERVICE_REQUEST,
  /** The same event as another incident. */
  DUPLICATE,
  /**
   * An incident that concerns information security as well. Only found, never kept: the incident
   * stays one, restricted, and a security incident runs beside it.
   */
  SECURITY_INCIDENT
}
