package org.itsmsuite.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;

/**
 * {@code config/audit.yaml}: whether auditors need engagements, which addresses only ask, and which
 * show nothing worth recording.
 *
 * @param longestEngagement no engagement reaches further ahead
 * @param questions patterns of addresses that change nothing, however they are asked
 * @param assets patterns of addresses that look the same to everybody
 */
public record AuditRules(
    boolean engagementsRequired,
    Duration longestEngagement,
    List<String> questions,
    List<String> assets) {

  private static final String FILE = "config/audit.yaml";

  /** The file's content. */
  record Entries(
      Boolean engagementsRequired,
      Integer longestEngagement,
      List<String> questions,
      List<String> engineRoots,
      List<String> engineQuestions,
      List<String> assets) {}

  /**
   * @throws ContentException {@code audit.bad-longest}, {@code audit.bad-address} or {@code
   *     content.*}
   */
  public static AuditRules read(ContentSource content) {
    YamlFile file = YamlFile.of(content, FILE);
    Entries entries = file.as(Entries.class);
    if (entries.engagementsRequired() == null) {
      throw file.fault("content.missing-value", "engagementsRequired", "true or false is needed");
    }
    if (entries.longestEngagement() == null || entries.longestEngagement() < 1) {
      throw file.fault("audit.bad-longest", "longestEngagement", "a number of days is needed");
    }
    List<String> questions = new ArrayList<>(addresses(file, entries.questions(), "questions"));
    List<String> roots = addresses(file, entries.engineRoots(), "engineRoots");
    for (String question : addresses(file, entries.engineQuestions(), "engineQuestions")) {
      roots.forEach(root -> questions.add(root + question));
    }
    return new AuditRules(
        entries.engagementsRequired(),
        Duration.ofDays(entries.longestEngagement()),
        List.copyOf(questions),
        addresses(file, entries.assets(), "assets"));
  }

  private static List<String> addresses(YamlFile file, List<String> written, String place) {
    List<String> addresses = file.list(written, place);
    for (String address : addresses) {
      if (!address.matches("(/[A-Za-z0-9._-]+|/\\*)+(/\\*\\*)?")) {
        throw file.fault(
            "audit.bad-address",
            place,
            Quoted.text(address) + " is no address; write /part, /* for one part, /** at the end");
      }
    }
    return addresses;
  }
}
