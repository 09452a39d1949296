package org.itsmsuite.role.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.role.RoleHolding;
import org.itsmsuite.role.RolePage;
import org.itsmsuite.role.RoleStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who held which role when, for people. */
@Controller
class RolePages {

  private static final int SIZE = 50;

  private final RoleStore roles;
  private final ZoneId zone;

  RolePages(RoleStore roles, @Value("${itsm.time-zone}") ZoneId zone) {
    this.roles = roles;
    this.zone = zone;
  }

  record Row(
      String account,
      String role,
      ZonedDateTime from,
      String givenBy,
      ZonedDateTime until,
      String takenBy) {}

  /** A filter that cannot be read is told beside it; nothing is listed then. */
  @GetMapping("/roles")
  String roles(@ModelAttribute("filter") RoleFilter filter, Model model) {
    var found = new RolePage(List.of(), 0, SIZE, 0);
    try {
      found = roles.find(filter.checked(zone, SIZE));
    } catch (Refusal refusal) {
      model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
    }
    model.addAttribute("holdings", found.items().stream().map(this::row).toList());
    model.addAttribute("total", found.total());
    model.addAttribute("page", found.page());
    model.addAttribute("pages", (found.total() + found.size() - 1) / found.size());
    model.addAttribute("groups", Groups.all());
    return "role/roles";
  }

  private Row row(RoleHolding one) {
    return new Row(
        one.account(),
        Groups.all().getOrDefault(one.role(), one.role()),
        time(one.from()),
        one.givenBy(),
        time(one.until()),
        one.takenBy());
  }

  private ZonedDateTime time(Instant at) {
    return at == null ? null : at.atZone(zone);
  }
}
