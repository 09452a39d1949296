package org.itsmsuite.change;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * One version of a template of changes that are approved in advance (S-86). What it says about the
 * work counts for every change made from it; nobody votes on those.
 *
 * @param id such as {@code restart-mail-server}; the same for all versions
 * @param version from 1
 * @param text what is changed, and how it is done, tested and backed out
 * @param writtenBy account of the author, who does not release it
 * @param releasedBy null while it is a draft
 * @param expiresAt exclusive; null while it is a draft
 * @param retiredBy null until somebody takes it out of use
 */
public record Template(
    String id,
    int version,
    Text text,
    String writtenBy,
    Instant writtenAt,
    String releasedBy,
    Instant releasedAt,
    Instant expiresAt,
    String retiredBy,
    Instant retiredAt,
    String retiredBecause) {

  /**
   * What a template says.
   *
   * @param items ids of the only items that may be touched; empty for whichever are named
   * @param group support group that carries it out; may be null
   */
  public record Text(
      String title,
      String description,
      String service,
      Subject subject,
      Action action,
      Impact impact,
      List<String> items,
      String implementationPlan,
      String testPlan,
      String backOutPlan,
      String group) {

    public Text {
      items = List.copyOf(items);
    }
  }

  /** Where a version stands. */
  public enum State {
    DRAFT,
    RELEASED,
    EXPIRED,
    RETIRED
  }

  static Template drafted(String id, int version, Text text, String by, Instant at) {
    return new Template(id, version, text, by, at, null, null, null, null, null, null);
  }

  public State state(Instant now) {
    if (releasedAt == null) {
      return State.DRAFT;
    }
    if (retiredAt != null) {
      return State.RETIRED;
    }
    return now.isBefore(expiresAt) ? State.RELEASED : State.EXPIRED;
  }

  Template released(String by, Instant at, Instant until) {
    if (releasedAt != null) {
      throw Refusal.conflict(
          "change.template-released", subject() + " is released; write another version instead.");
    }
    return new Template(id, version, text, writtenBy, writtenAt, by, at, until, null, null, null);
  }

  Template retired(String by, Instant at, String because) {
    if (releasedAt == null || retiredAt != null) {
      throw Refusal.conflict("change.template-not-in-use", subject() + " is not in use.");
    }
    return new Template(
        id,
        version,
        text,
        writtenBy,
        writtenAt,
        releasedBy,
        releasedAt,
        expiresAt,
        by,
        at,
        because);
  }

  /** As the separation of duties names it: {@code restart-mail-server/2}. */
  String subject() {
    return id + "/" + version;
  }

  Fact fact(String what) {
    return Fact.of("change-template:" + id, what).with("version", version);
  }

  Fact drafted() {
    return fact("change.templateDrafted")
        .with("title", text.title())
        .with("service", text.service())
        .with("subject", text.subject().name())
        .with("action", text.action().name())
        .with("impact", text.impact().name())
        .with("items", text.items())
        .with("implementationPlan", text.implementationPlan())
        .with("testPlan", text.testPlan())
        .with("backOutPlan", text.backOutPlan())
        .with("group", text.group())
        .with("writtenBy", Personal.of(writtenBy));
  }
}
