package org.itsmsuite.engine.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What expressions of a form see, as in the tasklist: the values shown at first (defaults, process
 * variables, facts of the record) and over them the submitted ones. Loaded only if one asks.
 */
class FormContext {

  private final FeelEngine feel;
  private final Supplier<Map<String, Object>> shown;
  private final Map<String, Object> submitted;
  private Map<String, Object> all;

  FormContext(FeelEngine feel, Supplier<Map<String, Object>> shown, Map<String, Object> submitted) {
    this.feel = feel;
    this.shown = shown;
    this.submitted = submitted;
  }

  static boolean isExpression(Object value) {
    return value instanceof String text && text.startsWith("=");
  }

  Object value(String name) {
    return all().get(name);
  }

  /** The value of an expression; null where it cannot be computed, as in the tasklist. */
  Object evaluate(String expression) {
    try {
      return feel.evaluateSimpleExpression(
          expression.substring(isExpression(expression) ? 1 : 0),
          Variables.fromMap(all()).asVariableContext());
    } catch (FeelException notComputable) {
      return null;
    }
  }

  boolean holds(String condition) {
    return isExpression(condition) && Boolean.TRUE.equals(evaluate(condition));
  }

  boolean isHidden(FormField field) {
    return field.hide().stream().anyMatch(this::holds);
  }

  boolean isReadOnly(FormField field) {
    return field.readOnly().equals("true") || holds(field.readOnly());
  }

  private Map<String, Object> all() {
    if (all == null) {
      all = new HashMap<>(shown.get());
      all.putAll(submitted);
    }
    return all;
  }
}
