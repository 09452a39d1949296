package org.itsmsuite.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.EngineSession;
import org.itsmsuite.refusal.Refusal;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that fail in every way an address of ours can. */
@TestComponent
@RestController
public class Probe {

  private final IdentityService identity;
  private final EngineSession engine;
  private final CurrentUser user;

  Probe(IdentityService identity, EngineSession engine, CurrentUser user) {
    this.identity = identity;
    this.engine = engine;
    this.user = user;
  }

  enum Impact {
    HIGH,
    LOW
  }

  record Report(String title, Impact impact, Instant at, int count) {}

  @GetMapping({"/api/probe/me", "/probe/me"})
  Map<String, Object> me() {
    var known = Optional.ofNullable(identity.getCurrentAuthentication());
    return Map.of(
        "actor", user.actor().id(),
        "groups", user.actor().groups(),
        "engine", known.map(one -> one.getUserId()).orElse("nobody"),
        "engineGroups", known.map(one -> one.getGroupIds().toString()).orElse("none"));
  }

  @GetMapping("/api/probe/trusted")
  Map<String, Object> trusted() {
    return Map.of(
        "plain", identity.createUserQuery().count(),
        "trusted", engine.trusted(() -> identity.createUserQuery().count()),
        "after", identity.createUserQuery().count(),
        "engine", identity.getCurrentAuthentication().getUserId());
  }

  @PostMapping("/api/probe/reports")
  Report report(@RequestBody Report report) {
    return report;
  }

  @GetMapping("/api/probe/number")
  int number(@RequestParam int size) {
    return size;
  }

  @PostMapping("/probe/fail/{how}")
  String failAfterAForm(@PathVariable String how) {
    return fail(how);
  }

  @GetMapping({"/api/probe/fail/{how}", "/probe/fail/{how}"})
  String fail(@PathVariable String how) {
    throw switch (how) {
      case "refusal" -> Refusal.invalid("probe.refused", "title", "A title is needed.");
      case "wrapped" ->
          new IllegalStateException("outer", Refusal.conflict("probe.conflict", "Not now."));
      case "unavailable" -> Refusal.unavailable("probe.unavailable", "Later.");
      case "forbidden" -> Refusal.forbidden("probe.forbidden", "Not you.");
      case "content" ->
          new ContentException("calendar.bad-zone", "calendar", "zone", "there is no such zone");
      case "too-many" -> tooMany();
      case "engine" -> new AuthorizationException("secret detail");
      default -> new IllegalStateException("secret detail");
    };
  }

  private static RuntimeException tooMany() {
    var failure = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
    failure.getHeaders().set("Retry-After", "7");
    return failure;
  }
}
