package org.itsmsuite.engine.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.refusal.Refusal;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers refusals of the engine's REST API, for programs and in the web applications, with their
 * own status, a message that starts with the key, and the offending fields; so is whoever loses a
 * race of two people, or makes a mistake that the engine takes for a failure of its own. Everything
 * else is answered as the engine always did.
 */
@Component
public class EngineRestRefusals implements ResourceConfigCustomizer {

  private static final int BEFORE_THE_ENGINES = 1;

  /** For each of the places where the engine's REST API stands. */
  static final List<Class<?>> PROVIDERS =
      List.of(
          Plain.class,
          Wrapped.class,
          ByTheEngine.class,
          Unparsed.class,
          Unmapped.class,
          Other.class,
          BodyRequired.class,
          SentBackTask.class,
          CommentsOnRecords.class);

  /** The engine's own answer ({@code type}, {@code message}) and what a program needs. */
  record Answer(String type, String message, String key, List<Refusal.Offence> offences) {}

  @Override
  public void customize(ResourceConfig rest) {
    PROVIDERS.forEach(rest::register);
  }

  static Response answer(Refusal refusal) {
    int status =
        switch (refusal.kind()) {
          case INVALID -> 400;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case UNAVAILABLE -> 503;
        };
    var answer =
        new Answer(
            "Refusal",
            refusal.key() + ": " + refusal.getMessage(),
            refusal.key(),
            refusal.offences());
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(answer).build();
  }

  /** A refusal as it was thrown. */
  public static class Plain implements ExceptionMapper<Refusal> {
    @Override
    public Response toResponse(Refusal refusal) {
      return answer(refusal);
    }
  }

  /** Goes before the engine's own mapper of the same type, but only for refusals. */
  private abstract static class Mapper<T extends Throwable> implements ExtendedExceptionMapper<T> {
    @Override
    public boolean isMappable(T failure) {
      return refusal(failure).isPresent();
    }

    @Override
    public Response toResponse(T failure) {
      return answer(refusal(failure).orElseThrow());
    }

    private static Optional<Refusal> refusal(Throwable failure) {
      return EngineRefusals.in(failure).or(() -> mistake(failure));
    }

    /** What the engine calls somebody's mistake, it tells in its own words. */
    private static Optional<Refusal> mistake(Throwable failure) {
      boolean told =
          failure instanceof BadUserRequestException
              || failure instanceof AuthorizationException
              || failure instanceof RestException known
                  && known.getStatus() != null
                  && known.getStatus() != Response.Status.INTERNAL_SERVER_ERROR;
      return told ? Optional.empty() : EngineFaults.in(failure);
    }
  }

  /** A refusal wrapped by a resource of the engine. */
  @Priority(BEFORE_THE_ENGINES)
  public static class Wrapped extends Mapper<RestException> {}

  /** A refusal wrapped by the engine. */
  @Priority(BEFORE_THE_ENGINES)
  public static class ByTheEngine extends Mapper<ProcessEngineException> {}

  /** A body that is no JSON. */
  @Priority(BEFORE_THE_ENGINES)
  public static class Unparsed extends Mapper<JsonParseException> {}

  /** A body that is other JSON. */
  @Priority(BEFORE_THE_ENGINES)
  public static class Unmapped extends Mapper<JsonMappingException> {}

  /** Whatever else has a refusal or a mistake in it. */
  @Priority(BEFORE_THE_ENGINES)
  public static class Other extends Mapper<Throwable> {}
}
