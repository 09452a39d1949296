package org.itsmsuite.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.springframework.transaction.annotation.Transactional;

/**
 * The examples of {@code config/change-templates.yaml}: in a demonstration they fill a catalogue
 * that is still empty, as if two people had written and released them.
 */
public class TemplateSeeds {

  private static final String FILE = "config/change-templates.yaml";
  private static final String LIST = "templates";

  private final TemplateStore store;
  private final ContentSource content;
  private final Ledger ledger;
  private final Clock time;

  /** As written. */
  record Entries(String writtenBy, String releasedBy, Integer validDays, List<Entry> templates) {}

  record Entry(
      String id,
      String title,
      String service,
      String subject,
      String action,
      String impact,
      String implementationPlan,
      String testPlan,
      String backOutPlan,
      String group) {}

  public TemplateSeeds(TemplateStore store, ContentSource content, Ledger ledger, Clock time) {
    this.store = store;
    this.content = content;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Does nothing where there are templates already.
   *
   * @throws org.itsmsuite.content.ContentException for the first entry that cannot be used
   */
  @Transactional
  public void sow() {
    if (!store.all().isEmpty()) {
      return;
    }
    YamlFile file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    String author = file.text(entries.writtenBy(), "writtenBy");
    String approver = file.text(entries.releasedBy(), "releasedBy");
    if (author.equals(approver)) {
      throw file.fault("change.own-template", "releasedBy", "somebody else than the author");
    }
    if (entries.validDays() == null || entries.validDays() < 1) {
      throw file.fault("change.no-expiry", "validDays", "a number of days, from 1");
    }
    List<Entry> templates = file.list(entries.templates(), LIST);
    file.distinct(templates.stream().map(Entry::id).toList(), LIST);
    Instant now = time.instant();
    for (int i = 0; i < templates.size(); i++) {
      Entry entry = templates.get(i);
      String place = LIST + "[" + i + "]";
      Template draft =
          Template.drafted(
              file.id(entry.id(), place + ".id"), 1, text(file, entry, place), author, now);
      store.add(draft);
      Template released =
          draft.released(approver, now, now.plus(Duration.ofDays(entries.validDays())));
      store.save(draft, released);
      ledger.write(draft.drafted());
      ledger.write(
          released
              .fact("change.templateReleased")
              .with("releasedBy", Personal.of(approver))
              .with("expiresAt", released.expiresAt().toString()));
    }
  }

  private static Template.Text text(YamlFile file, Entry entry, String place) {
    return new Template.Text(
        file.text(entry.title(), place + ".title"),
        null,
        file.id(entry.service(), place + ".service"),
        value(file, entry.subject(), place + ".subject", Subject.values()),
        value(file, entry.action(), place + ".action", Action.values()),
        value(file, entry.impact(), place + ".impact", Impact.values()),
        List.of(),
        file.text(entry.implementationPlan(), place + ".implementationPlan"),
        entry.testPlan(),
        file.text(entry.backOutPlan(), place + ".backOutPlan"),
        entry.group());
  }

  private static <E extends Enum<E>> E value(YamlFile file, String name, String place, E[] all) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> file.fault("change.wrong-value", place, "one of " + Arrays.toString(all)));
  }
}
