package org.itsmsuite.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.Refusal.Offence;
import org.itsmsuite.refusal.RefusalSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * What any failure is to the caller. What nobody foresaw is logged under an id and told as that id.
 */
@Component
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final List<RefusalSource> sources;
  private final MultipartProperties uploads;

  Problems(List<RefusalSource> sources, MultipartProperties uploads) {
    this.uploads = uploads;
    this.sources = sources;
  }

  public Problem of(Throwable failure) {
    return chain(failure)
        .flatMap(cause -> said(cause).stream())
        .findFirst()
        .or(() -> unreadable(failure))
        .or(() -> Optional.ofNullable(ofRequest(failure)))
        .or(() -> chain(failure).flatMap(cause -> translated(cause).stream()).findFirst())
        .orElseGet(
            () -> failure instanceof ErrorResponse spring ? ofSpring(spring) : unforeseen(failure));
  }

  private static Optional<Problem> said(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return Optional.of(Problem.of(refusal));
    }
    if (failure instanceof ConcurrencyFailureException) {
      return Optional.of(
          Problem.of(
              HttpStatus.CONFLICT,
              "request.changed-meanwhile",
              "Somebody else works on the same at this moment; nothing was done. Repeat your step."));
    }
    if (failure instanceof BodyTooLarge tooLarge) {
      return Optional.of(tooLarge.problem());
    }
    if (failure instanceof ContentException content) {
      var offence = new Offence(content.place(), content.key(), content.getMessage());
      return Optional.of(
          new Problem(
              HttpStatus.BAD_REQUEST, content.getMessage(), content.key(), List.of(offence)));
    }
    return Optional.empty();
  }

  // Only what the caller sent: the same exception while we write an answer is our own fault.
  private static Optional<Problem> unreadable(Throwable failure) {
    if (!(failure instanceof HttpMessageNotReadableException)) {
      return Optional.empty();
    }
    if (failure.getCause() == null) {
      return Optional.of(JsonFaults.missing());
    }
    return failure.getCause() instanceof JacksonException json
            && !(json instanceof InvalidDefinitionException)
        ? Optional.of(JsonFaults.of(json))
        : Optional.empty();
  }

  private Optional<Problem> translated(Throwable failure) {
    return sources.stream()
        .flatMap(source -> source.refusalFor(failure).stream())
        .map(Problem::of)
        .findFirst();
  }

  private Problem ofRequest(Throwable failure) {
    if (failure instanceof MethodArgumentTypeMismatchException wrong) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "request.wrong-value",
          wrong.getName(),
          JsonFaults.notPossible(wrong.getValue(), wrong.getRequiredType()));
    }
    if (failure instanceof MissingServletRequestParameterException missing) {
      return missing(missing.getParameterName());
    }
    if (failure instanceof MissingServletRequestPartException missing) {
      return missing(missing.getRequestPartName());
    }
    if (failure instanceof MissingRequestHeaderException missing) {
      return missing(missing.getHeaderName());
    }
    if (failure instanceof MethodArgumentNotValidException invalid) {
      var offences = invalid.getFieldErrors().stream().map(Problems::offence).toList();
      boolean one = offences.size() == 1;
      return new Problem(
          HttpStatus.BAD_REQUEST,
          one
              ? offences.get(0).field() + ": " + offences.get(0).detail()
              : "Some fields are not valid.",
          one ? offences.get(0).key() : "request.invalid",
          offences);
    }
    if (failure instanceof MaxUploadSizeExceededException) {
      return Problem.of(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "request.too-large",
          "Nothing was taken in: a file may have %d MB here, and all that is sent at once %d MB."
              .formatted(
                  uploads.getMaxFileSize().toMegabytes(),
                  uploads.getMaxRequestSize().toMegabytes()));
    }
    if (failure instanceof MultipartException) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "request.malformed-upload", "The upload cannot be read.");
    }
    return null;
  }

  private static Problem missing(String field) {
    return Problem.of(HttpStatus.BAD_REQUEST, "request.missing", field, "It is required.");
  }

  private static Offence offence(FieldError error) {
    if (error.contains(TypeMismatchException.class)) {
      // The message that comes along names classes of ours.
      var wrong = error.unwrap(TypeMismatchException.class);
      return new Offence(
          error.getField(),
          "request.wrong-value",
          JsonFaults.notPossible(error.getRejectedValue(), wrong.getRequiredType()));
    }
    var detail = error.getDefaultMessage() == null ? "It is not valid." : error.getDefaultMessage();
    return new Offence(error.getField(), "request.invalid", detail);
  }

  private static Problem ofSpring(ErrorResponse response) {
    return ofStatus(response.getStatusCode().value());
  }

  /** For failures that are known by their status only. */
  public static Problem ofStatus(int status) {
    var code = HttpStatus.resolve(status);
    if (code == null) {
      code = HttpStatus.INTERNAL_SERVER_ERROR;
    }
    return switch (code) {
      case UNAUTHORIZED -> Problem.of(code, "login.required", "This address needs a log-in.");
      case FORBIDDEN -> Problem.of(code, "login.forbidden", "Your groups do not permit this.");
      case NOT_FOUND -> Problem.of(code, "request.not-found", "There is nothing at this address.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(code, "request.method-not-allowed", "This address does not take this method.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(
              code, "request.media-type", "This address does not take this kind of content.");
      case NOT_ACCEPTABLE ->
          Problem.of(
              code, "request.not-acceptable", "This address cannot answer in the kind asked for.");
      case PAYLOAD_TOO_LARGE -> Problem.of(code, "request.too-large", "The body is too large.");
      case TOO_MANY_REQUESTS ->
          Problem.of(
              code,
              "request.too-many",
              "That was more in a short time than one account may send; this one was not done."
                  + " Wait a moment, then send it again.");
      default ->
          code.is4xxClientError()
              ? Problem.of(code, "request.refused", "The request cannot be understood.")
              : Problem.of(code, "server.error", "Something broke on our side.");
    };
  }

  private static Problem unforeseen(Throwable failure) {
    var id = UUID.randomUUID();
    LOG.error("Failure {}", id, failure);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "server.error",
        "Something broke on our side. The log names it " + id + ".");
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
  }
}
