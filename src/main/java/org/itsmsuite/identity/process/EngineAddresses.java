package org.itsmsuite.identity.process;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.itsmsuite.identity.ServedAddress;
import org.itsmsuite.identity.ServedAddresses;
import org.springframework.stereotype.Component;

/** The addresses of the engine's REST API and of what its web applications call. */
@Component
class EngineAddresses implements ServedAddresses {

  private final CamundaJerseyResourceConfig rest;

  EngineAddresses(CamundaJerseyResourceConfig rest) {
    this.rest = rest;
  }

  @Override
  public Collection<ServedAddress> all() {
    var all = new LinkedHashSet<>(of("/engine-rest", rest));
    if (Welcome.getRuntimeDelegate() == null) {
      // Without its web applications the engine has no more than its API.
      return all;
    }
    // Led on to the welcome page by filters.
    for (var address : List.of("/camunda", "/camunda/", "/camunda/app")) {
      all.add(new ServedAddress("GET", address, "web applications"));
    }
    webapps().forEach((servlet, application) -> all.addAll(of(servlet, application)));
    return all;
  }

  /** Their servlets and what stands in them: made anew, for plugins are known only at run time. */
  private static Map<String, Application> webapps() {
    return Map.of(
        "/camunda/api/admin", new AdminApplication(),
        "/camunda/api/cockpit", new CockpitApplication(),
        "/camunda/api/tasklist", new TasklistApplication(),
        "/camunda/api/welcome", new WelcomeApplication(),
        "/camunda/api/engine", new EngineRestApplication());
  }

  private static List<ServedAddress> of(String servlet, Application application) {
    return application.getClasses().stream()
        .filter(one -> one.isAnnotationPresent(Path.class))
        .flatMap(one -> ResourceWalk.of(servlet, one).stream())
        .toList();
  }
}
