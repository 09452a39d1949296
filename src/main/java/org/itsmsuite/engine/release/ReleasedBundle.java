package org.itsmsuite.engine.release;

import java.time.Instant;
import java.util.Map;

/**
 * A practice's models as they were released: what is written here never changes.
 *
 * @param bundle the practice, such as {@code incident}
 * @param version from 1, counted per bundle
 * @param checksum SHA-256 over the names and checksums of all files, hexadecimal
 * @param deployment the engine's deployment id
 * @param by account that released it, {@code system} for the start of the suite
 * @param build the suite's build that released it
 * @param files name to checksum (SHA-256 of the bytes with line ends as LF, hexadecimal)
 */
public record ReleasedBundle(
    String bundle,
    int version,
    String checksum,
    String deployment,
    Instant at,
    String by,
    String build,
    Map<String, String> files) {

  public ReleasedBundle {
    files = Map.copyOf(files);
  }
}
