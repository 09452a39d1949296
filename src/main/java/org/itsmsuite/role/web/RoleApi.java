package org.itsmsuite.role.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.itsmsuite.role.RoleHolding;
import org.itsmsuite.role.RoleStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who held which role when, for programs. */
@RestController
class RoleApi {

  private static final int SIZE = 50;

  private final RoleStore roles;
  private final ZoneId zone;

  RoleApi(RoleStore roles, @Value("${itsm.time-zone}") ZoneId zone) {
    this.roles = roles;
    this.zone = zone;
  }

  /** One page, the last given first; {@code at} names a moment at which a role was held. */
  @GetMapping("/api/roles")
  ListBody roles(RoleFilter filter) {
    var found = roles.find(filter.checked(zone, SIZE));
    return new ListBody(
        found.items().stream().map(HoldingBody::of).toList(),
        new PageBody(
            found.page(),
            found.size(),
            found.total(),
            (found.total() + found.size() - 1) / found.size()));
  }

  record ListBody(List<HoldingBody> content, PageBody page) {}

  /**
   * @param until null while it is held
   */
  record HoldingBody(
      String account, String group, Instant from, String givenBy, Instant until, String takenBy) {

    static HoldingBody of(RoleHolding one) {
      return new HoldingBody(
          one.account(), one.role(), one.from(), one.givenBy(), one.until(), one.takenBy());
    }
  }

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}
}
