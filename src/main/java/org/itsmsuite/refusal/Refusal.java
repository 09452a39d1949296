package org.itsmsuite.refusal;

import java.util.List;

/**
 * The suite says no, and the whole transaction with it: nothing is half done. Pages show it beside
 * the field, the API as a problem document, the engine's REST API as a message that starts with the
 * key.
 */
public class Refusal extends RuntimeException {

  /** What kind of no; the web edge turns it into 400, 403, 404, 409 and 503. */
  public enum Kind {
    INVALID,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    /** Something that the suite needs does not answer; the same may succeed later. */
    UNAVAILABLE
  }

  /**
   * One offending field.
   *
   * @param field its name as sent, such as {@code impact}
   * @param key stable, such as {@code incident.unknown-impact}
   * @param detail a sentence that says what would be right
   */
  public record Offence(String field, String key, String detail) {}

  private final Kind kind;
  private final String key;
  private final List<Offence> offences;

  public Refusal(Kind kind, String key, String detail, List<Offence> offences) {
    super(detail);
    this.kind = kind;
    this.key = key;
    this.offences = List.copyOf(offences);
  }

  public static Refusal invalid(String key, String field, String detail) {
    return new Refusal(Kind.INVALID, key, detail, List.of(new Offence(field, key, detail)));
  }

  public static Refusal conflict(String key, String detail) {
    return new Refusal(Kind.CONFLICT, key, detail, List.of());
  }

  public static Refusal forbidden(String key, String detail) {
    return new Refusal(Kind.FORBIDDEN, key, detail, List.of());
  }

  public static Refusal notFound(String key, String detail) {
    return new Refusal(Kind.NOT_FOUND, key, detail, List.of());
  }

  public static Refusal unavailable(String key, String detail) {
    return new Refusal(Kind.UNAVAILABLE, key, detail, List.of());
  }

  public Kind kind() {
    return kind;
  }

  /** Stable, {@code <module>.<reason>}, such as {@code incident.unknown-service}. */
  public String key() {
    return key;
  }

  public List<Offence> offences() {
    return offences;
  }
}
