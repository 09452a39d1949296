package org.itsmsuite.engine.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.refusal.Refusal;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers refusals under {@code /engine-rest}, and where the web applications have the same API,
 * with their own status, a message that starts with the key, and the offending fields; so is
 * whoever loses a race of two people. Everything else is answered as the engine always did.
 */
@Component
public class EngineRestRefusals implements ResourceConfigCustomizer {

  private static final int BEFORE_THE_ENGINES = 1;
  private static final List<Class<?>> MAPPERS =
      List.of(Plain.class, Wrapped.class, ByTheEngine.class);

  /** The engine's own answer ({@code type}, {@code message}) and what a program needs. */
  record Answer(String type, String message, String key, List<Refusal.Offence> offences) {}

  @Override
  public void customize(ResourceConfig rest) {
    MAPPERS.stream().filter(one -> !rest.isRegistered(one)).forEach(rest::register);
    // Where the web applications, which are started later, find what belongs to the same API.
    CamundaRestResources.getConfigurationClasses().addAll(MAPPERS);
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
      return EngineRefusals.in(failure).isPresent();
    }

    @Override
    public Response toResponse(T failure) {
      return answer(EngineRefusals.in(failure).orElseThrow());
    }
  }

  /** A refusal wrapped by a resource of the engine. */
  @Priority(BEFORE_THE_ENGINES)
  public static class Wrapped extends Mapper<RestException> {}

  /** A refusal wrapped by the engine. */
  @Priority(BEFORE_THE_ENGINES)
  public static class ByTheEngine extends Mapper<ProcessEngineException> {}
}
