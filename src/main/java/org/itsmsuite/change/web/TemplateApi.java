package org.itsmsuite.change.web;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.ChangeTemplates;
import org.itsmsuite.change.Template;
import org.itsmsuite.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates of changes that are approved in advance, for programs. */
@RestController
@RequestMapping("/api/change-templates")
class TemplateApi {

  private final ChangeTemplates templates;
  private final Clock time;

  TemplateApi(ChangeTemplates templates, Clock time) {
    this.templates = templates;
    this.time = time;
  }

  /** All versions, by id, the newest first. */
  @GetMapping
  List<TemplateBody> all() {
    return templates.all().stream().map(this::body).toList();
  }

  /** Writes another version, as a draft. */
  @PostMapping
  ResponseEntity<TemplateBody> draft(@RequestBody TemplateRequest request) {
    Template drafted = templates.draft(request.id(), request.checked());
    return ResponseEntity.created(URI.create("/api/change-templates")).body(body(drafted));
  }

  /**
   * @param expiresAt an ISO-8601 instant, exclusive
   */
  record Release(String expiresAt) {}

  @PostMapping("/{template}/{version}/release")
  TemplateBody release(
      @PathVariable String template, @PathVariable int version, @RequestBody Release release) {
    return body(templates.release(template, version, expiry(release.expiresAt())));
  }

  record Retirement(String reason) {}

  @PostMapping("/{template}/{version}/retire")
  TemplateBody retire(
      @PathVariable String template,
      @PathVariable int version,
      @RequestBody Retirement retirement) {
    return body(templates.retire(template, version, reason(retirement.reason())));
  }

  static Instant expiry(String value) {
    var texts = new Texts();
    String text = texts.required("expiresAt", value, 40);
    Instant expiry = null;
    try {
      expiry = text == null ? null : Instant.parse(text);
    } catch (DateTimeException noTime) {
      texts.wrong(
          "expiresAt",
          "request.wrong-value",
          "An instant such as 2026-03-02T08:00:00Z is expected.");
    }
    texts.verify();
    return expiry;
  }

  static String reason(String value) {
    var texts = new Texts();
    String reason = texts.requiredLines("reason", value, 2_000);
    texts.verify();
    return reason;
  }

  private TemplateBody body(Template template) {
    return TemplateBody.of(template, time.instant());
  }
}
