package org.itsmsuite.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.itsmsuite.refusal.Blank;

/** Turns what was sent into the plain value a field of that type has. */
final class FieldValues {

  /** What was sent has another type than the field; carries what would be right. */
  static final class WrongType extends Exception {

    WrongType(String expected) {
      super(expected, null, false, false);
    }
  }

  private FieldValues() {}

  /** The sent value without reading objects from their bytes. */
  static Object sent(Map<String, Object> variables, String name) {
    return variables instanceof VariableMap typed ? typed.getValueTyped(name) : variables.get(name);
  }

  /** A text, number, boolean, list of texts, or null where nothing was entered. */
  static Object read(FormField field, Object sent) throws WrongType {
    Object value = plain(sent);
    if (value == null || value.equals("") || isBlankText(field, value)) {
      return null;
    }
    return switch (field.type()) {
      case TEXTFIELD, TEXTAREA, DATETIME -> typed(value, String.class, "a text");
      case CHECKBOX -> typed(value, Boolean.class, "true or false");
      case NUMBER -> number(field, value);
      case RADIO, SELECT -> scalar(value);
      case CHECKLIST, TAGLIST -> list(value);
    };
  }

  /** What is no text at all is left for the checks to name. */
  private static boolean isBlankText(FormField field, Object value) {
    return field.type().isText()
        && value instanceof String text
        && Blank.is(text)
        && ControlCharacters.firstIn(text, field.type() == FormField.Type.TEXTAREA).isEmpty();
  }

  private static Object plain(Object sent) throws WrongType {
    if (!(sent instanceof TypedValue typed)) {
      return sent;
    }
    if (typed.getType() == ValueType.NULL) {
      return null;
    }
    if (typed instanceof JsonValueType.JsonValue json) {
      try {
        return JsonValueType.read(json.getValue());
      } catch (JsonProcessingException broken) {
        throw new WrongType("valid JSON");
      }
    }
    if (typed instanceof PrimitiveValue || typed.getType() == null) {
      return typed.getValue();
    }
    throw new WrongType("a plain value");
  }

  private static Object typed(Object value, Class<?> type, String expected) throws WrongType {
    if (!type.isInstance(value)) {
      throw new WrongType(expected);
    }
    return value;
  }

  private static Object number(FormField field, Object value) throws WrongType {
    if (Boolean.TRUE.equals(field.setting("serializeToString")) && value instanceof String text) {
      Numbers.parse(text).orElseThrow(() -> new WrongType("a number"));
      return text;
    }
    if (value instanceof Number number && Numbers.parse(number.toString()).isPresent()) {
      return number;
    }
    throw new WrongType("a number");
  }

  private static Object scalar(Object value) throws WrongType {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    throw new WrongType("one of its options");
  }

  private static Object list(Object value) throws WrongType {
    if (!(value instanceof List<?> several)) {
      throw new WrongType("a list of its options");
    }
    List<Object> values = new ArrayList<>();
    for (Object one : several) {
      Object chosen = scalar(one);
      if (!values.contains(chosen)) {
        values.add(chosen);
      }
    }
    return values.isEmpty() ? null : values;
  }
}
