package org.itsmsuite.change.web;

import java.net.URI;
import java.util.List;
import org.itsmsuite.change.ChangePage;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.NewChange;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes for programs. */
@RestController
@RequestMapping("/api/changes")
class ChangeApi {

  private final Changes changes;
  private final ChangeAccess access;
  private final ChangeBodies bodies;
  private final IdempotencyKeys keys;

  ChangeApi(Changes changes, ChangeAccess access, ChangeBodies bodies, IdempotencyKeys keys) {
    this.changes = changes;
    this.access = access;
    this.bodies = bodies;
    this.keys = keys;
  }

  /**
   * Asks for a change. The same {@code Idempotency-Key} with the same body gives the same record.
   */
  @PostMapping
  ResponseEntity<ChangeBody> request(
      @RequestBody ChangeRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    NewChange asked = request.checked();
    access.requireRequest(asked);
    var outcome =
        keys.once(
            key,
            access.actor().id(),
            "change.request",
            request,
            () -> changes.request(asked).number());
    return ResponseEntity.created(URI.create("/api/changes/" + outcome.record()))
        .body(bodies.of(access.visible(outcome.record())));
  }

  @GetMapping("/{number}")
  ChangeBody one(@PathVariable String number) {
    return bodies.of(access.visible(number));
  }

  /**
   * One page, newest first; {@code status} and {@code category} may name several, separated by
   * commas.
   */
  @GetMapping
  ListBody list(ChangeQuery query) {
    ChangeSearch search = query.checked(access.reach(), access.known("c.number"));
    ChangePage page = changes.search(search);
    return new ListBody(
        page.changes().stream().map(bodies::of).toList(),
        PageBody.of(search.page(), search.size(), page.total()));
  }

  record ListBody(List<ChangeBody> content, PageBody page) {}
}
