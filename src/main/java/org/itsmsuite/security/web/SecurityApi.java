package org.itsmsuite.security.web;

import java.net.URI;
import java.util.List;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.security.NewSecurityIncident;
import org.itsmsuite.security.SecurityIncidents;
import org.itsmsuite.security.SecurityPage;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Security incidents for programs; everybody sees those that concern them, and no others. */
@RestController
@RequestMapping("/api/security-incidents")
class SecurityApi {

  private final SecurityIncidents incidents;
  private final SecurityAccess access;
  private final SecurityBodies bodies;
  private final PageWords words;
  private final IdempotencyKeys keys;

  SecurityApi(
      SecurityIncidents incidents,
      SecurityAccess access,
      SecurityBodies bodies,
      PageWords words,
      IdempotencyKeys keys) {
    this.incidents = incidents;
    this.access = access;
    this.bodies = bodies;
    this.words = words;
    this.keys = keys;
  }

  /**
   * Raises a security event without an incident. The same {@code Idempotency-Key} with the same
   * body gives the same record.
   */
  @PostMapping
  ResponseEntity<SecurityBody> raise(
      @RequestBody SecurityRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    access.requireReport();
    NewSecurityIncident raised = request.checked(words.zone());
    var outcome =
        keys.once(
            key,
            access.actor().id(),
            "security.raise",
            request,
            () -> incidents.raise(raised).number());
    return ResponseEntity.created(URI.create("/api/security-incidents/" + outcome.record()))
        .body(bodies.of(incidents.find(outcome.record())));
  }

  @GetMapping("/{number}")
  SecurityBody one(@PathVariable String number) {
    return bodies.of(access.visible(number));
  }

  /** One page, newest first; {@code status} may name several, separated by commas. */
  @GetMapping
  ListBody list(SecurityQuery query) {
    SecuritySearch search = query.checked(access.known("s.number"));
    SecurityPage page = incidents.search(search);
    return new ListBody(
        page.incidents().stream().map(bodies::of).toList(),
        PageBody.of(search.page(), search.size(), page.total()));
  }

  record ListBody(List<SecurityBody> content, PageBody page) {}
}
