package org.itsmsuite.incident.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.itsmsuite.web.Texts;

/** Values out of a fixed list, refused by name and with the list. */
final class Choices {

  private Choices() {}

  /** The value, or null after noting what is wrong with the field. */
  static <E extends Enum<E>> E of(Texts texts, String field, Class<E> type, String value) {
    String text = texts.required(field, value, 50);
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              texts.wrong(
                  field,
                  "incident.unknown-" + field,
                  "One of "
                      + Arrays.stream(type.getEnumConstants())
                          .map(Enum::name)
                          .collect(Collectors.joining(", "))
                      + " is expected.");
              return null;
            });
  }
}
