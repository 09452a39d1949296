package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a realm's administration. */
interface AdminApi {

  /**
   * @param path segments as they are, unencoded; so are the parameters
   * @return empty if there is no such thing (404)
   * @throws OutOfReach if there is no answer
   */
  Optional<JsonNode> get(List<String> path, Map<String, String> parameters);
}
