package org.itsmsuite.incident.major.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How pages about major incidents say things. */
@Component
class MajorWords {

  private final Catalogue catalogue;
  private final SupportGroups groups;
  private final ZoneId zone;

  MajorWords(Catalogue catalogue, SupportGroups groups, @Value("${itsm.time-zone}") ZoneId zone) {
    this.catalogue = catalogue;
    this.groups = groups;
    this.zone = zone;
  }

  /** Null stays null. */
  ZonedDateTime time(Instant instant) {
    return instant == null ? null : instant.atZone(zone);
  }

  String service(String id) {
    return catalogue.service(id).map(Service::name).orElse(id);
  }

  String group(String id) {
    return groups.find(id).map(SupportGroup::name).orElse(id);
  }

  /** Null stays null. */
  String customer(String id) {
    return id == null ? null : catalogue.customer(id).map(Customer::name).orElse(id);
  }

  String stage(Stage stage) {
    return switch (stage) {
      case LED -> "Being worked on";
      case ENDED -> "Ended, report awaited";
      case REPORTED -> "Reported, review awaited";
      case REVIEWED -> "Reviewed";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  /** {@code NOT_POSSIBLE} becomes "Not possible". */
  String code(Enum<?> value) {
    String words = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
