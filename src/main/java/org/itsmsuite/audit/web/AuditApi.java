package org.itsmsuite.audit.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.itsmsuite.audit.web.AuditBodies.AccessPageBody;
import org.itsmsuite.audit.web.AuditBodies.EngagementBody;
import org.itsmsuite.audit.web.AuditDesk.Reach;
import org.itsmsuite.audit.web.AuditDesk.Written;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Auditors' engagements, and what auditors looked at. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

  private final AuditDesk desk;

  AuditApi(AuditDesk desk) {
    this.desk = desk;
  }

  /**
   * What is left out does not narrow; ends are exclusive.
   *
   * @param everything has to be true where nothing narrows and the auditor is from outside
   */
  record Scope(
      Boolean everything,
      Set<String> practices,
      Set<String> services,
      Set<String> customers,
      String recordsFrom,
      String recordsUntil) {}

  record NewEngagement(
      String account, String kind, String from, String until, Scope scope, String purpose) {}

  record Change(String from, String until, Scope scope, String reason) {}

  record Ending(String reason) {}

  /** All, or for an auditor their own; the newest first. */
  @GetMapping("/engagements")
  List<EngagementBody> engagements() {
    return desk.engagements();
  }

  @PostMapping("/engagements")
  ResponseEntity<EngagementBody> give(@RequestBody NewEngagement wanted) {
    var given =
        desk.give(
            written(
                wanted.account(),
                wanted.kind(),
                wanted.from(),
                wanted.until(),
                wanted.scope(),
                wanted.purpose()));
    return ResponseEntity.created(URI.create("/api/audit/engagements")).body(given);
  }

  /** Sets period and scope anew; what is left out stays as it is. */
  @PostMapping("/engagements/{id}/change")
  EngagementBody change(@PathVariable long id, @RequestBody Change change) {
    return desk.change(
        id,
        written(null, null, change.from(), change.until(), change.scope(), null),
        change.reason());
  }

  @PostMapping("/engagements/{id}/end")
  EngagementBody end(@PathVariable long id, @RequestBody Ending ending) {
    return desk.end(id, ending.reason());
  }

  /** What an account looked at, newest first; without an account one's own. */
  @GetMapping("/access")
  AccessPageBody access(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return desk.accesses(account, from, to, page, size);
  }

  private static Written written(
      String account, String kind, String from, String until, Scope scope, String purpose) {
    return new Written(account, kind, from, until, scope == null ? null : reach(scope), purpose);
  }

  private static Reach reach(Scope scope) {
    return new Reach(
        scope.practices(),
        scope.services(),
        scope.customers(),
        scope.recordsFrom(),
        scope.recordsUntil(),
        Boolean.TRUE.equals(scope.everything()));
  }
}
