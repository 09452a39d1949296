package org.itsmsuite.engine.feel;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** Answers what it is sure of and asks the full engine for the rest. */
class FastFeelEngine implements FeelEngine {

  private final FeelEngine full;
  private final TextCache<FastExpression> expressions = new TextCache<>(FastExpression::of);
  private final TextCache<FastTest> tests = new TextCache<>(FastTest::of);

  FastFeelEngine(FeelEngine full) {
    this.full = full;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    if (expression != null) {
      Object answer = expressions.get(expression).evaluate(variables);
      if (answer != FastExpression.UNSURE) {
        return (T) answer;
      }
    }
    return full.evaluateSimpleExpression(expression, variables);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String test, String inputVariable, VariableContext variables) {
    if (test != null && inputVariable != null && variables.containsVariable(inputVariable)) {
      Boolean answer = tests.get(test).test(variables.resolve(inputVariable).getValue());
      if (answer != null) {
        return answer;
      }
    }
    return full.evaluateSimpleUnaryTests(test, inputVariable, variables);
  }
}
