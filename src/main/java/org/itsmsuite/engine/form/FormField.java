package org.itsmsuite.engine.form;

import java.util.List;
import java.util.Map;

/**
 * A field of a form that takes a value. Limits and conditions may be FEEL expressions, which begin
 * with an equals sign.
 *
 * @param shown whether it only shows a value: the tasklist does not send it then
 * @param readOnly {@code true}, {@code false} or an expression: the tasklist sends it back as it
 *     was, so the value says nothing
 * @param hide conditions under which it or a group around it is hidden
 * @param rules the form's {@code validate} object
 * @param settings the component's other properties
 */
record FormField(
    String key,
    String label,
    Type type,
    boolean shown,
    String readOnly,
    List<String> hide,
    FieldRules rules,
    FieldOptions options,
    Map<String, Object> settings) {

  enum Type {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    TAGLIST,
    DATETIME;

    boolean isText() {
      return this == TEXTFIELD || this == TEXTAREA;
    }

    boolean isChoice() {
      return this == RADIO || this == SELECT;
    }

    boolean isList() {
      return this == CHECKLIST || this == TAGLIST;
    }
  }

  Object setting(String name) {
    return settings.get(name);
  }

  /** How a sentence calls the field. */
  String title() {
    return "'" + (label == null || label.isBlank() ? key : label) + "'";
  }
}
