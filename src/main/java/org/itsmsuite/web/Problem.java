package org.itsmsuite.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.Refusal.Offence;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A problem document (RFC 9457) as the contract shapes it. Clients go by {@code key}, people by
 * {@code detail}.
 *
 * @param errors the offending fields; empty when the fault lies in none
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "key", "errors"})
public record Problem(
    @JsonIgnore HttpStatus code, String detail, String key, List<Offence> errors) {

  private static final String OUTDATED = "login.form-outdated";

  /** The log-in under which a page of ours was opened is not the one its form was sent with. */
  public static Problem outdated() {
    return of(
        HttpStatus.FORBIDDEN,
        OUTDATED,
        "The log-in under which this page was opened is over or has changed, so nothing was done."
            + " Open the page again, log in if you are asked to, and send it from there.");
  }

  public Problem {
    errors = List.copyOf(errors);
  }

  static Problem of(HttpStatus code, String key, String detail) {
    return new Problem(code, detail, key, List.of());
  }

  static Problem of(HttpStatus code, String key, String field, String detail) {
    return new Problem(code, detail, key, List.of(new Offence(field, key, detail)));
  }

  static Problem of(Refusal refusal) {
    var code =
        switch (refusal.kind()) {
          case INVALID -> HttpStatus.BAD_REQUEST;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return new Problem(code, refusal.getMessage(), refusal.key(), refusal.offences());
  }

  public String getType() {
    return "urn:itsm:problem:" + key;
  }

  public String getTitle() {
    return switch (code) {
      case BAD_REQUEST -> "The request is not valid";
      case UNAUTHORIZED -> "Log in first";
      case FORBIDDEN -> key.equals(OUTDATED) ? "Out of date" : "Not permitted";
      case NOT_FOUND -> "Not found";
      case CONFLICT -> "In conflict with how things stand";
      case PAYLOAD_TOO_LARGE -> "Too large";
      case SERVICE_UNAVAILABLE -> "Not possible for the moment";
      case TOO_MANY_REQUESTS -> "Too much at once";
      case INTERNAL_SERVER_ERROR -> "Something broke on our side";
      default -> code.getReasonPhrase();
    };
  }

  public int getStatus() {
    return code.value();
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Override
  public List<Offence> errors() {
    return errors;
  }

  ResponseEntity<Problem> response() {
    return ResponseEntity.status(code).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
