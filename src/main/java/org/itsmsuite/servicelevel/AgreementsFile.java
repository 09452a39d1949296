package org.itsmsuite.servicelevel;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.SupportGroups;

/** Reads {@code config/agreements.yaml}. */
final class AgreementsFile {

  static final String NAME = "config/agreements.yaml";
  private static final String LIST = "agreements";

  private final YamlFile file;
  private final AgreementReader reader;

  record Entries(String zone, List<AgreementReader.Entry> agreements) {}

  AgreementsFile(ContentSource content, Catalogue catalogue, SupportGroups groups) {
    this.file = YamlFile.of(content, NAME);
    this.reader = new AgreementReader(file, content, catalogue, groups);
  }

  Agreements read() {
    Entries entries = file.as(Entries.class);
    List<AgreementReader.Entry> list = file.list(entries.agreements(), LIST);
    file.distinct(list.stream().map(AgreementReader.Entry::id).toList(), LIST);
    List<Agreement> agreements = new ArrayList<>();
    for (AgreementReader.Entry entry : list) {
      agreements.add(reader.agreement(entry, LIST + "[" + agreements.size() + "]"));
    }
    return new Agreements(zone(entries.zone()), agreements);
  }

  private ZoneId zone(String name) {
    try {
      return ZoneId.of(file.text(name, "zone"));
    } catch (DateTimeException unknown) {
      throw file.fault(
          "servicelevel.unknown-zone",
          "zone",
          Quoted.text(name) + " is no time zone such as Europe/Amsterdam");
    }
  }
}
