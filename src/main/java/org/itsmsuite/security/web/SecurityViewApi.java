package org.itsmsuite.security.web;

import java.util.List;
import org.itsmsuite.security.SecurityView.Row;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The view of ISO/IEC 27001 for programs. */
@RestController
class SecurityViewApi {

  private final SecurityViews views;

  SecurityViewApi(SecurityViews views) {
    this.views = views;
  }

  /** One page, newest first. */
  @GetMapping("/api/security-view")
  ViewBody view(
      @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
    var seen = views.page(page, size);
    return new ViewBody(seen.rows(), seen.page());
  }

  record ViewBody(List<Row> content, PageBody page) {}
}
