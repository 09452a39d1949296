package org.itsmsuite.incident;

/**
 * The process instance that carries the record.
 *
 * @param bundle the engine's deployment of the release whose tables stay with the record
 */
public record Run(String instance, String key, int version, String versionTag, String bundle) {

  /** As facts name it: {@code incident-triage:3}. */
  public String process() {
    return key + ":" + version;
  }
}
