package org.itsmsuite.record;

import java.util.List;

/**
 * An action that a person can take on a record now, as its page offers it.
 *
 * @param name as in the address, such as {@code hand-over}
 */
public record ActionOffer(String name, String label, List<Field> fields) {

  public ActionOffer(String name, String label, Field... fields) {
    this(name, label, List.of(fields));
  }

  /** Nobody does this without saying why. */
  public static Field reason() {
    return Field.lines("reason", "Reason", true);
  }

  /** A choice of a field. */
  public record Option(String value, String label) {}

  /**
   * A field of an action.
   *
   * @param type {@code text}, {@code textarea} or {@code select}
   * @param value what it holds at first, or null
   * @param options of a {@code select}
   */
  public record Field(
      String name,
      String label,
      String type,
      boolean required,
      String value,
      List<Option> options) {

    public static Field text(String name, String label, boolean required) {
      return new Field(name, label, "text", required, null, List.of());
    }

    public static Field lines(String name, String label, boolean required) {
      return new Field(name, label, "textarea", required, null, List.of());
    }

    public static Field select(String name, String label, boolean required, List<Option> options) {
      return new Field(name, label, "select", required, null, options);
    }

    /** Nothing is chosen while {@code present} is null. */
    public Field startingWith(Enum<?> present) {
      return new Field(
          name, label, type, required, present == null ? null : present.name(), options);
    }
  }
}
