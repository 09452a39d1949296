package org.itsmsuite.security.web;

import java.time.ZonedDateTime;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The view of ISO/IEC 27001, for people. */
@Controller
class SecurityViewPage {

  private final SecurityViews views;
  private final PageWords words;

  SecurityViewPage(SecurityViews views, PageWords words) {
    this.views = views;
    this.words = words;
  }

  record Row(
      String mechanism, String number, String title, String status, ZonedDateTime openedAt) {}

  @GetMapping("/security-view")
  String view(
      @RequestParam(required = false) Integer page,
      @RequestParam(required = false) Integer size,
      Model model) {
    var seen = views.page(page, size);
    model.addAttribute(
        "rows",
        seen.rows().stream()
            .map(
                one ->
                    new Row(
                        Labels.of(one.mechanism()),
                        one.number(),
                        one.title(),
                        one.status(),
                        words.time(one.openedAt())))
            .toList());
    model.addAttribute("page", seen.page());
    return "security/all";
  }
}
