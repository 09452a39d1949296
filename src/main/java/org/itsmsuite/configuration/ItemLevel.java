package org.itsmsuite.configuration;

/** Where an item stands in the hierarchy (2.3, 2.26 and 2.27 of the vocabulary). */
public enum ItemLevel {
  /** What a customer gets; a service of the catalogue is the item of the same id. */
  SERVICE,
  /** A building block of a service: also a document, a process or information. */
  COMPONENT,
  /** What is kept under control because a service leans on it. */
  CI
}
