package org.itsmsuite.people.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.people.Erased;
import org.itsmsuite.people.Erasure;
import org.itsmsuite.people.Erasures;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing people, for programs. */
@RestController
@RequestMapping("/api/people")
class ErasureApi {

  private final Erasures erasures;
  private final ErasureRights rights;

  ErasureApi(Erasures erasures, ErasureRights rights) {
    this.erasures = erasures;
    this.rights = rights;
  }

  @Operation(
      summary =
          "Asks for a person who is gone to be erased; a dry run, which is the default, only counts")
  @PostMapping("/{account}/erasure")
  ResponseEntity<Object> ask(
      @PathVariable String account, @RequestBody(required = false) ErasureRequest request) {
    rights.require();
    var asked = request == null ? new ErasureRequest(null, null, null) : request;
    String name = ErasureRequest.account(account);
    if (asked.isDryRun()) {
      return ResponseEntity.ok(erasures.plan(name, asked.checkedNames()));
    }
    String reason = asked.checkedReason();
    return ResponseEntity.accepted()
        .body(body(erasures.request(name, asked.checkedNames(), reason)));
  }

  @Operation(summary = "Approves what somebody else has asked for, and does it; cannot be undone")
  @PostMapping("/{account}/erasure/approval")
  Erased approve(@PathVariable String account) {
    rights.require();
    return erasures.approve(ErasureRequest.account(account));
  }

  @DeleteMapping("/{account}/erasure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String account) {
    rights.require();
    erasures.withdraw(ErasureRequest.account(account));
  }

  @Operation(summary = "What waits for somebody else's approval")
  @GetMapping("/erasures")
  List<Body> open() {
    rights.require();
    return erasures.open().stream().map(ErasureApi::body).toList();
  }

  record Body(
      String account, String pseudonym, String reason, String requestedBy, Instant requestedAt) {}

  private static Body body(Erasure erasure) {
    return new Body(
        erasure.account(),
        erasure.pseudonym(),
        erasure.reason(),
        erasure.requestedBy(),
        erasure.requestedAt());
  }
}
