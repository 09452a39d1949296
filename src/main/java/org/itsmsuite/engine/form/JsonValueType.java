package org.itsmsuite.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The type {@code Json} of the engine's REST API, as text. The tasklist sends lists (checkbox
 * groups, tag lists) in it and reads lists of options from it. Only forms use it: it is never
 * stored, so it needs no serializer.
 */
public class JsonValueType extends PrimitiveValueTypeImpl {

  public static final JsonValueType TYPE = new JsonValueType();

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A text that holds JSON; whether it is valid is seen when it is read. */
  static final class JsonValue extends PrimitiveTypeValueImpl<String> {

    JsonValue(String text) {
      super(text, TYPE);
    }
  }

  private JsonValueType() {
    super("json", String.class);
  }

  @Override
  public TypedValue createValue(Object value, Map<String, Object> info) {
    return new JsonValue((String) value);
  }

  static TypedValue write(Object value) {
    try {
      return new JsonValue(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("Not a JSON value: " + value, impossible);
    }
  }

  /**
   * @throws JsonProcessingException if the text is not JSON
   */
  static Object read(String text) throws JsonProcessingException {
    return text == null ? null : MAPPER.readValue(text, Object.class);
  }
}
