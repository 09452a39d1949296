package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts and times what Keycloak is asked. */
final class MeteredCalls implements AdminApi {

  private final AdminApi calls;
  private final MeterRegistry meters;
  private final Timer answered;
  private final Timer failed;

  MeteredCalls(AdminApi calls, MeterRegistry meters) {
    this.calls = calls;
    this.meters = meters;
    this.answered = timer("answered");
    this.failed = timer("failed");
  }

  @Override
  public Optional<JsonNode> get(List<String> path, Map<String, String> parameters) {
    var sample = Timer.start(meters);
    try {
      var answer = calls.get(path, parameters);
      sample.stop(answered);
      return answer;
    } catch (OutOfReach e) {
      sample.stop(failed);
      throw e;
    }
  }

  private Timer timer(String outcome) {
    return Timer.builder("itsm.keycloak.calls")
        .description("Questions to Keycloak about people and groups")
        .tag("outcome", outcome)
        .register(meters);
  }
}
