package org.itsmsuite.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;
import org.itsmsuite.refusal.Refusal;

/**
 * Mistakes of whoever calls the engine's REST API that the engine takes for failures of its own: a
 * name that names nothing, a value that is missing, too long or no value at all. What failed while
 * a process was moving is never one of them.
 */
final class EngineFaults {

  private static final int DEEPEST = 20;
  private static final int SHOWN = 160;

  /** What reads and checks what was sent, and looks for what it names. */
  private static final List<String> READERS =
      List.of(
          "org.camunda.bpm.engine.rest.",
          "org.camunda.bpm.engine.impl.util.EnsureUtil",
          "org.camunda.bpm.engine.impl.cmd.",
          "org.camunda.bpm.engine.impl.oplog.");

  private static final String MOVING = "org.camunda.bpm.engine.impl.pvm.";

  private static final Pattern NOTHING =
      Pattern.compile("(?i)\\bno .*found\\b|not exist|doesn't exist|cannot find");

  /** The engine's sentences that have no type of their own, each with what they mean. */
  private static final List<Said> SENTENCES =
      List.of(
          new Said(
              "is not a valid resource identifier",
              Refusal.Kind.INVALID,
              "engine.name-not-possible",
              "A name may have the characters a-z, A-Z, 0-9, dot, underscore, @, plus and hyphen."),
          new Said(
              "does not have a subscription",
              Refusal.Kind.CONFLICT,
              "engine.step-not-open",
              "The process is not at a point where this step is possible."),
          new Said(
              "No subscriptions were found",
              Refusal.Kind.CONFLICT,
              "engine.step-not-open",
              "No process starts or goes on by this."),
          new Said(
              "Unrecognized authorization type",
              Refusal.Kind.INVALID,
              "request.wrong-value",
              "The type is 0 for everybody, 1 to give and 2 to take."),
          new Said(
              "Password does not match policy",
              Refusal.Kind.INVALID,
              "identity.password-refused",
              "The password does not keep to the rules for passwords."),
          new Said(
              "identity service implementation is read-only",
              Refusal.Kind.CONFLICT,
              "identity.kept-elsewhere",
              "Accounts and groups are kept by the identity provider, and changed there."));

  private record Said(String part, Refusal.Kind kind, String key, String sentence) {

    Optional<Refusal> in(Throwable failure) {
      return String.valueOf(failure.getMessage()).contains(part)
          ? Optional.of(new Refusal(kind, key, sentence, List.of()))
          : Optional.empty();
    }
  }

  private EngineFaults() {}

  /** The answer to whoever made the mistake; empty where nobody but we did. */
  static Optional<Refusal> in(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    if (chain.stream().anyMatch(EngineFaults::wasMoving)) {
      return Optional.empty();
    }
    return Stream.of(
            chain.stream().flatMap(cause -> unreadable(cause).stream()),
            chain.stream().flatMap(cause -> StoreFaults.in(cause).stream()),
            chain.stream().flatMap(cause -> said(cause).stream()))
        .flatMap(found -> found)
        .findFirst();
  }

  private static boolean wasMoving(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(MOVING));
  }

  private static Optional<Refusal> unreadable(Throwable failure) {
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Optional.of(
          Refusal.invalid("request.wrong-value", path(mapping), "This value cannot be read."));
    }
    if (failure instanceof JsonProcessingException) {
      return Optional.of(
          invalid("request.malformed-json", "The body is not the JSON that belongs here."));
    }
    if (failure instanceof ParamException.QueryParamException wrong) {
      return Optional.of(
          Refusal.invalid(
              "request.wrong-value", wrong.getParameterName(), "This value is not possible."));
    }
    return Optional.empty();
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static Optional<Refusal> said(Throwable failure) {
    for (Said sentence : SENTENCES) {
      var refusal = sentence.in(failure);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    if ((failure instanceof ProcessEngineException || failure instanceof RestException)
        && NOTHING.matcher(String.valueOf(failure.getMessage())).find()) {
      return Optional.of(
          Refusal.notFound(
              "engine.not-found", "What this call names is not there. " + shown(failure)));
    }
    if (failure instanceof NullValueException || isOfReader(failure)) {
      return Optional.of(
          invalid(
              "request.missing",
              "Something in this call is missing, is no value, or names what is not there."));
    }
    return Optional.empty();
  }

  /**
   * Whether one of the engine's resources stumbled over what it was sent, before the engine did.
   */
  private static boolean isOfReader(Throwable failure) {
    return (failure instanceof NullPointerException
            || failure instanceof IllegalArgumentException
            || failure instanceof ClassCastException)
        && Arrays.stream(failure.getStackTrace())
            .map(StackTraceElement::getClassName)
            .filter(name -> !name.matches("(java|jdk|sun)\\..*"))
            .findFirst()
            .filter(name -> READERS.stream().anyMatch(name::startsWith))
            .isPresent();
  }

  static Refusal invalid(String key, String sentence) {
    return new Refusal(Refusal.Kind.INVALID, key, sentence, List.of());
  }

  /** The engine's own sentence, without what only its programmers need. */
  private static String shown(Throwable failure) {
    String said = failure.getMessage().replaceFirst("\\.?: \\w+ is null$", "").strip();
    return said.length() > SHOWN ? said.substring(0, SHOWN) + "..." : said + ".";
  }
}
