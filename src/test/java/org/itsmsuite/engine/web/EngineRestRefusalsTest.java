package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
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
        default -> new ProcessEngineException("something broke");
      };
    }
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
    "deadlock, 409, record.changed-meanwhile: Somebody else"
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
}
