package org.itsmsuite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** A program that speaks JSON with the suite in an account's name. */
public final class Program {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Visitor visitor;

  private Program(Visitor visitor) {
    this.visitor = visitor;
  }

  public static Program of(int port, String account) {
    return new Program(Visitor.program(port, account));
  }

  /** The same with a Bearer token, as an outside identity provider gives them. */
  public static Program bearer(int port, String token) {
    return new Program(Visitor.bearer(port, token));
  }

  /**
   * What came back.
   *
   * @param body missing if it is not JSON
   */
  public record Answer(int status, String type, String text, JsonNode body, String location) {

    private static Answer of(HttpResponse<String> response) {
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(
          response.statusCode(),
          type,
          response.body(),
          type.contains("json") ? read(response.body()) : MissingNode.getInstance(),
          response.headers().firstValue("Location").orElse(null));
    }

    /** A text of the body, by JSON pointer or by the name of a field. */
    public String at(String place) {
      JsonNode found = place.startsWith("/") ? body.at(place) : body.path(place);
      return found.isNull() || found.isMissingNode() ? null : found.asText();
    }

    /** Status and key, as tests compare them. */
    public String refusal() {
      return status + " " + at("key");
    }

    /** The first field named by a problem document. */
    public String field() {
      return at("/errors/0/field");
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + text, e);
    }
  }

  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Answer get(String path) {
    return Answer.of(visitor.get(path));
  }

  public Answer post(String path, Object body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    String text = body instanceof String json ? json : json(body);
    return Answer.of(visitor.send("POST", path, BodyPublishers.ofString(text), all));
  }

  public Answer put(String path, Object body) {
    return Answer.of(
        visitor.send(
            "PUT", path, BodyPublishers.ofString(json(body)), "Content-Type", "application/json"));
  }

  /** Uses an action of a record. */
  public Answer act(String number, String action, Map<String, ?> values) {
    return post("/api/records/" + number + "/actions/" + action, values);
  }

  public Answer incident(String number) {
    return get("/api/incidents/" + number);
  }
}
