package org.itsmsuite.security.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How pages say things: names instead of ids, times in the pages' zone. */
@Component("securityWords")
class Words {

  /** Priorities and the like stay as they are. */
  private static final Set<String> AS_IS = Set.of("P1", "P2", "P3", "P4");

  private final Catalogue catalogue;
  private final ZoneId zone;

  Words(Catalogue catalogue, @Value("${itsm.time-zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  /** Null stays null. */
  ZonedDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(zone);
  }

  String service(String id) {
    return catalogue.service(id).map(Service::name).orElse(id);
  }

  String customer(String id) {
    return id == null ? null : catalogue.customer(id).map(Customer::name).orElse(id);
  }

  /** NO_SECURITY_INCIDENT becomes "No security incident"; null stays null. */
  static String of(Object code) {
    if (code == null || AS_IS.contains(code.toString())) {
      return code == null ? null : code.toString();
    }
    String words = code.toString().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
