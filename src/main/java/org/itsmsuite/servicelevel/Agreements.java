package org.itsmsuite.servicelevel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.sla.Coverage;

/** The agreements of {@code config/agreements.yaml}, in the file's order. */
public final class Agreements implements Coverage {

  private final ZoneId zone;
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();

  Agreements(ZoneId zone, List<Agreement> agreements) {
    this.zone = zone;
    agreements.forEach(agreement -> this.agreements.put(agreement.id(), agreement));
  }

  /**
   * Reads and checks the file. A content without one keeps no agreements.
   *
   * @throws org.itsmsuite.content.ContentException if it is faulty: {@code servicelevel.*} or
   *     {@code content.*}
   */
  public static Agreements read(ContentSource content, Catalogue catalogue, SupportGroups groups) {
    return content.exists(AgreementsFile.NAME)
        ? new AgreementsFile(content, catalogue, groups).read()
        : new Agreements(ZoneOffset.UTC, List.of());
  }

  public List<Agreement> all() {
    return List.copyOf(agreements.values());
  }

  public Optional<Agreement> find(String id) {
    return Optional.ofNullable(id).map(agreements::get);
  }

  @Override
  public Optional<String> gap(String agreement, Instant opened) {
    Agreement known = agreements.get(agreement);
    return known == null
        ? Optional.of("there is no such agreement")
        : known.gapOn(LocalDate.ofInstant(opened, zone));
  }
}
