package org.itsmsuite.engine.feel;

import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.runtime.BoxesRunTime;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.CompositeVariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Camunda's feel-scala, except that each expression is parsed once and that {@code now()} is the
 * engine's time.
 */
class CachingScalaFeelEngine extends ScalaFeelEngine {

  private final TextCache<Either<Failure, ParsedExpression>> expressions =
      new TextCache<>(text -> feelEngine.parseExpression(text));
  private final TextCache<Either<Failure, ParsedExpression>> tests =
      new TextCache<>(text -> feelEngine.parseUnaryTests(text));

  CachingScalaFeelEngine() {
    super(List.of());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    return (T)
        evaluate(expressions.get(expression), new Variables(new ContextVariableWrapper(variables)));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String test, String inputVariable, VariableContext variables) {
    VariableProvider input =
        new StaticVariableProvider(new Map.Map1<>(INPUT_VARIABLE_NAME, inputVariable));
    var all =
        new CompositeVariableProvider(toScalaList(input, new ContextVariableWrapper(variables)));
    return BoxesRunTime.unboxToBoolean(evaluate(tests.get(test), new Variables(all)));
  }

  private Object evaluate(Either<Failure, ParsedExpression> parsed, Context context) {
    return valueOf(feelEngine.eval(valueOf(parsed), context));
  }

  private static <T> T valueOf(Either<Failure, T> either) {
    if (either instanceof Right<Failure, T> right) {
      return right.value();
    }
    throw LOGGER.evaluationException(((Left<Failure, T>) either).value().message());
  }

  @Override
  protected FeelEngine buildFeelEngine(
      CustomFunctionTransformer functions, CompositeValueMapper values) {
    return new FeelEngine.Builder()
        .functionProvider(functions)
        .valueMapper(values)
        .enableExternalFunctions(false)
        .clock(() -> ClockUtil.getCurrentTime().toInstant().atZone(ZoneId.systemDefault()))
        .build();
  }

  private static final class Variables extends CustomContext {
    private final VariableProvider provider;

    Variables(VariableProvider provider) {
      this.provider = provider;
    }

    @Override
    public VariableProvider variableProvider() {
      return provider;
    }
  }
}
