package org.itsmsuite.ledger.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON text as RFC 8785 writes it: one text for one value, whatever wrote it. */
final class CanonicalJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CanonicalJson() {}

  /**
   * @param value as {@link JsonValues} gives it
   */
  static String of(Object value) {
    try {
      // The canonicalizer wants an object or an array, so the value travels in an array of one.
      var text = JSON.writeValueAsString(Collections.singletonList(value));
      var canonical = new JsonCanonicalizer(text).getEncodedString();
      return canonical.substring(1, canonical.length() - 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("No JSON value: " + e.getMessage(), e);
    }
  }

  /** Text, numbers, booleans, null, lists and maps in the order of the text. */
  static Object parse(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON text: " + e.getOriginalMessage(), e);
    }
  }
}
