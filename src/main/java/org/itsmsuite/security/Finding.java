package org.itsmsuite.security;

/**
 * What a security event turns out to be. A person who assesses it calls it an event; the promotion
 * table then makes it an incident, or none (S-32).
 */
public enum Finding {
  /** It threatens information; the table decides what that makes it. */
  SECURITY_EVENT,
  /** An information security incident (term 2.12). */
  SECURITY_INCIDENT,
  NO_SECURITY_INCIDENT,
  /** One more event of a security incident that is known already. */
  SAME_AS_ANOTHER
}
