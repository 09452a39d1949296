package org.itsmsuite.notification.web;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.notification.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people were told, newest first. */
@Controller
class OutboxPages {

  private static final int SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

  private final Outbox outbox;
  private final CurrentUser user;
  private final ZoneId zone;

  OutboxPages(Outbox outbox, CurrentUser user, @Value("${itsm.time-zone}") ZoneId zone) {
    this.outbox = outbox;
    this.user = user;
    this.zone = zone;
  }

  /** A filter or page that cannot be read shows the first page, as a page in a browser should. */
  @GetMapping("/outbox")
  String outbox(
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "0") String page,
      Model model) {
    var number = record.replaceAll("\\p{Cntrl}", "").strip();
    var at = NUMBER.matcher(page).matches() ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    model.addAttribute("record", number);
    model.addAttribute("zone", zone);
    model.addAttribute(
        "messages", outbox.find(user.actor(), number.isEmpty() ? null : number, at, SIZE));
    return "outbox";
  }
}
