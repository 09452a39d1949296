package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks over HTTP, with the directory's token. */
final class AdminCalls implements AdminApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http;
  private final Tokens tokens;
  private final Gate gate;
  private final String address;

  AdminCalls(Http http, Tokens tokens, Gate gate, DirectorySettings settings) {
    this.http = http;
    this.tokens = tokens;
    this.gate = gate;
    this.address = settings.administration();
  }

  @Override
  public Optional<JsonNode> get(List<String> path, Map<String, String> parameters) {
    var segments = path.stream().map(Encoded::text).collect(Collectors.joining("/"));
    var query = parameters.isEmpty() ? "" : "?" + Encoded.form(parameters);
    var uri = URI.create(address + "/" + segments + query);
    return gate.pass(() -> ask(uri));
  }

  private Optional<JsonNode> ask(URI uri) {
    var token = tokens.current();
    var answer = http.get(uri, token);
    if (answer.status() == 401) {
      // It may have been revoked, or Keycloak has new keys.
      tokens.refused(token);
      answer = http.get(uri, tokens.current());
    }
    return switch (answer.status()) {
      case 200 -> Optional.of(read(answer, uri));
      case 404 -> Optional.empty();
      case 401, 403 ->
          throw new CallFailed(
              "status "
                  + answer.status()
                  + " from "
                  + uri.getRawPath()
                  + "; the client's service account needs the roles view-users, query-users and"
                  + " query-groups of realm-management");
      default -> throw new CallFailed("status " + answer.status() + " from " + uri.getRawPath());
    };
  }

  private static JsonNode read(Http.Answer answer, URI uri) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new CallFailed("the answer of " + uri.getRawPath() + " is no JSON", e);
    }
  }
}
