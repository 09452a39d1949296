package org.itsmsuite.engine.form;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Variables as expressions of forms see them; objects are never read from their bytes. */
final class PlainValues {

  private PlainValues() {}

  /** Null for everything but text, numbers, booleans and dates. */
  static Object of(VariableMap variables, String name) {
    TypedValue value = variables.getValueTyped(name);
    return value instanceof PrimitiveValue ? value.getValue() : null;
  }
}
