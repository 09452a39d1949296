package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.CannotAcquireLockException;

class EngineRestRefusalsTest {

  /** Throws what the engine's resources throw. */
  @Path("throw")
  public static class Thrower {

    @GET
    @Path("{what}")
    public String get(@PathParam("what") String what) {
      var refused =
          new FormRefused(List.of(new Refusal.Offence("f", "form.required", "'F' needs a value.")));
      var forbidden = new AuthorizationException("engine.release-only: ...");
      forbidden.initCause(Refusal.forbidden("engine.release-only", "Not so."));
      throw switch (what) {
        case "refusal" -> Refusal.conflict("incident.closed", "It is closed.");
        case "form" -> refused;
        case "wrapped-form" ->
            new RestException(Status.INTERNAL_SERVER_ERROR, refused, "Cannot complete task 1: ...");
        case "invalid" ->
            new InvalidRequestException(Status.BAD_REQUEST, refused, "Cannot complete task 1");
        case "forbidden" -> forbidden;
        case "delegate" -> new ProcessEngineException(Refusal.notFound("x.unknown", "Unknown."));
        case "race" ->
            new RestException(
                Status.INTERNAL_SERVER_ERROR, new OptimisticLockingException("ENGINE-03005"), "");
        case "deadlock" -> new ProcessEngineException(new CannotAcquireLockException("deadlock"));
        case "too-long" -> failed(new SQLException("Value too long", "22001"));
        case "twice" -> failed(new SQLException("Unique index", "23505"));
        case "cases" -> failed(new SQLException("Table ACT_RU_CASE_EXECUTION not found", "42S02"));
        case "store" -> failed(new SQLException("Table ACT_RU_TASK not found", "42S02"));
        case "nothing" -> new NullValueException("No user found with id 'x'.: user is null");
        case "missing" -> new NullValueException("workerId is null");
        case "name" -> new ProcessEngineException("'a b' is not a valid resource identifier.");
        case "elsewhere" ->
            new UnsupportedOperationException("This identity service implementation is read-only.");
        case "moving" -> moving(new NullValueException("No user found with id 'x'.: user is null"));
        case "ours" -> new NullPointerException("of our own");
        default -> new ProcessEngineException("something broke");
      };
    }
  }

  private static RuntimeException failed(SQLException cause) {
    return new RestException(
        Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("persistence", cause), "");
  }

  private static RuntimeException moving(RuntimeException failure) {
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.camunda.bpm.engine.impl.pvm.runtime.AtomicOperation", "execute", null, 1)
        });
    return failure;
  }

  private static final ApplicationHandler REST = start();

  private static ApplicationHandler start() {
    var config = new ResourceConfig();
    config.registerClasses(CamundaRestResources.getConfigurationClasses());
    config.register(Thrower.class);
    // Jersey's Spring bridge would look for an XML file otherwise.
    config.property("contextConfig", new AnnotationConfigApplicationContext(Object.class));
    new EngineRestRefusals().customize(config);
    return new ApplicationHandler(config);
  }

  private record Answer(int status, String body) {}

  private static Answer get(String what) throws Exception {
    var base = URI.create("http://localhost/");
    var request =
        new ContainerRequest(
            base, base.resolve("throw/" + what), "GET", null, new MapPropertiesDelegate(), null);
    var body = new ByteArrayOutputStream();
    ContainerResponse response = REST.apply(request, body).get();
    return new Answer(response.getStatus(), body.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, 409, incident.closed: It is closed.",
    "form, 400, form.required: 'F' needs a value.",
    "wrapped-form, 400, form.required: 'F' needs a value.",
    "invalid, 400, form.required: 'F' needs a value.",
    "forbidden, 403, engine.release-only: Not so.",
    "delegate, 404, x.unknown: Unknown.",
    "race, 409, record.changed-meanwhile: Somebody else",
    "deadlock, 409, record.changed-meanwhile: Somebody else",
    "too-long, 400, request.too-long: A text is longer",
    "twice, 409, engine.there-already: This is there",
    "cases, 404, engine.no-cases: The suite keeps no cases",
    "nothing, 404, engine.not-found: What this call names is not there. No user found with id 'x'.",
    "missing, 400, request.missing: Something",
    "elsewhere, 409, identity.kept-elsewhere: Accounts and groups",
    "name, 400, engine.name-not-possible: A name may have"
  })
  void answersWithTheKeyFirst(String what, int status, String message) throws Exception {
    Answer answer = get(what);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains("\"message\":\"" + message);
  }

  @Test
  void namesTheFields() throws Exception {
    assertThat(get("form").body())
        .contains("\"field\":\"f\"")
        .contains("\"key\":\"form.required\"");
  }

  @Test
  void leavesFailuresToTheEngine() throws Exception {
    Answer answer = get("broken");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("something broke").contains("ProcessEngineException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "moving", "ours"})
  void takesNoFailureOfOursForAMistakeOfTheCallers(String what) throws Exception {
    assertThat(get(what).status()).isEqualTo(500);
  }
}
