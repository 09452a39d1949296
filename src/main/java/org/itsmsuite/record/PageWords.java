package org.itsmsuite.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How pages say things: names instead of ids, times in the pages' zone. Null stays null. */
@Component
public class PageWords {

  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final ZoneId zone;

  public PageWords(
      Catalogue catalogue, SupportGroups groups, @Value("${itsm.time-zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.zone = zone;
  }

  public ZoneId zone() {
    return zone;
  }

  public ZonedDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(zone);
  }

  public String service(String id) {
    return id == null ? null : catalogue.serviceName(id);
  }

  public String customer(String id) {
    return id == null ? null : catalogue.customer(id).map(Customer::name).orElse(id);
  }

  public String group(String id) {
    return id == null ? null : groups.find(id).map(SupportGroup::name).orElse(id);
  }
}
