package org.itsmsuite.engine.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where the options of a choice come from: written in the form, in a fact of the record, or
 * computed. All null for fields that are no choice.
 *
 * @param values the form's own list
 * @param key name of a fact or variable that holds them
 * @param expression FEEL that gives them
 */
record FieldOptions(List<?> values, String key, String expression) {

  /** The values that may be chosen now. */
  List<Object> allowed(FormContext context) {
    if (values != null) {
      return valuesOf(values);
    }
    Object found = key != null ? context.value(key) : context.evaluate(expression);
    return found instanceof Collection<?> several ? valuesOf(several) : List.of();
  }

  private static List<Object> valuesOf(Collection<?> options) {
    List<Object> all = new ArrayList<>();
    for (Object option : options) {
      all.add(option instanceof Map<?, ?> labelled ? labelled.get("value") : option);
    }
    return all;
  }
}
