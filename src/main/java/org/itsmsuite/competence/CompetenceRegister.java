package org.itsmsuite.competence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.Groups;

/** Skills and needs: {@code config/competences.yaml}, read once, in its order. */
public final class CompetenceRegister {

  public static final String FILE = "config/competences.yaml";
  private static final String NEEDS = "needs";

  private final YamlFile file;
  private final Map<String, Skill> skills = new LinkedHashMap<>();
  private final List<Need> needs = new ArrayList<>();
  private final List<Need> inForce;
  private final String claim;

  /** The file's content. */
  record Entries(List<Skill> skills, List<NeedEntry> needs, String claim) {}

  /**
   * A need as written; see {@link Need}.
   *
   * @param policy a text, or false: YAML takes a bare {@code OFF} for that
   */
  record NeedEntry(String skill, String group, String process, String task, Object policy) {}

  private CompetenceRegister(ContentSource content) {
    this.file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    List<Skill> written = file.list(entries.skills(), "skills");
    file.distinct(written.stream().map(Skill::id).toList(), "skills");
    for (Skill skill : written) {
      String place = "skills[" + skills.size() + "]";
      file.text(skill.meaning(), place + ".meaning");
      skills.put(file.id(skill.id(), place + ".id"), skill);
    }
    for (NeedEntry need : file.list(entries.needs(), NEEDS)) {
      needs.add(need(need, place(needs.size())));
    }
    this.claim = claim(entries.claim());
    this.inForce = needs.stream().filter(Need::isInForce).toList();
  }

  /**
   * @throws ContentException if the file is faulty: {@code competences.*} or {@code content.*}
   */
  public static CompetenceRegister read(ContentSource content) {
    return new CompetenceRegister(content);
  }

  private String claim(String written) {
    if (written == null) {
      return null;
    }
    if (!written.matches("[\\x21-\\x7E]{1,200}")) {
      throw file.fault(
          "competences.bad-claim", "claim", Quoted.text(written) + " is no name of a claim");
    }
    return written;
  }

  private static String place(int index) {
    return NEEDS + "[" + index + "]";
  }

  private Need need(NeedEntry entry, String place) {
    Skill skill =
        find(file.text(entry.skill(), place + ".skill"))
            .orElseThrow(
                () ->
                    file.fault(
                        "competences.unknown-skill",
                        place + ".skill",
                        Quoted.text(entry.skill()) + " is not among the skills"));
    if (entry.group() == null && entry.task() == null) {
      throw file.fault("competences.need-of-nobody", place, "a group, or a process and its task");
    }
    if ((entry.process() == null) != (entry.task() == null)) {
      throw file.fault(
          "competences.half-a-task", place, "process and task are written together or not at all");
    }
    if (entry.group() != null && !Groups.exists(entry.group())) {
      throw file.fault(
          "competences.unknown-group",
          place + ".group",
          "there is no group " + Quoted.text(entry.group()));
    }
    return new Need(
        skill, entry.group(), entry.process(), entry.task(), policy(entry, place + ".policy"));
  }

  private Policy policy(NeedEntry entry, String place) {
    if (Boolean.FALSE.equals(entry.policy())) {
      return Policy.OFF;
    }
    String text = file.text(entry.policy() == null ? null : String.valueOf(entry.policy()), place);
    try {
      return Policy.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw file.fault(
          "competences.unknown-policy", place, Quoted.text(text) + " is none of OFF, WARN, BLOCK");
    }
  }

  public Collection<Skill> skills() {
    return List.copyOf(skills.values());
  }

  public Optional<Skill> find(String id) {
    return Optional.ofNullable(skills.get(id));
  }

  /** All, also those that are off. */
  public List<Need> needs() {
    return List.copyOf(needs);
  }

  /** The claim of a log-in whose values are skills that it proves; empty if none does. */
  public Optional<String> claim() {
    return Optional.ofNullable(claim);
  }

  List<Need> inForce() {
    return inForce;
  }

  /** A fault of one of {@link #needs}, to be thrown. */
  public ContentException fault(String key, int need, String reason) {
    return file.fault(key, place(need), reason);
  }
}
