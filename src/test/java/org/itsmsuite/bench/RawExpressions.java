package org.itsmsuite.bench;

import java.beans.FeatureDescriptor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Whatever the models call, without knowing any of it, so that a changed model runs here unchanged:
 * a delegate does nothing; a listener puts what a table has decided into process variables; a
 * question to a bean is answered by the process variable of its name, one that asks for a time by a
 * date in some days.
 */
final class RawExpressions extends JuelExpressionManager {

  private static final Pattern WORKER = Pattern.compile(".*(Delegate|Listener)");
  private static final Pattern ALL_OF_NONE = Pattern.compile("all[A-Z].*");
  private static final Pattern TIME = Pattern.compile(".*(At|Until|Due|Reminder)");

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new Calls());
    resolver.add(super.createElResolver());
    resolver.add(new Names());
    return resolver;
  }

  /** Any bean of the suite's. */
  static final class Anything implements JavaDelegate, ExecutionListener, TaskListener {

    static final Anything INSTANCE = new Anything();

    @Override
    public void execute(DelegateExecution step) {
      // The cheapest of all delegates.
    }

    @Override
    public void notify(DelegateExecution step) {
      if (step.getVariable("decisionResult") instanceof DmnDecisionResult result
          && !result.isEmpty()) {
        result.getSingleResult().getEntryMap().forEach(step::setVariable);
      }
    }

    @Override
    public void notify(DelegateTask task) {
      // The cheapest of all listeners.
    }

    Object answer(String question, VariableScope step) {
      if (question.equals("milestones")) {
        return "R/PT8H";
      }
      if (TIME.matcher(question).matches()) {
        return Date.from(Instant.now().plus(5, ChronoUnit.DAYS));
      }
      Object variable = step.getVariable(question);
      return variable == null ? (Object) ALL_OF_NONE.matcher(question).matches() : variable;
    }
  }

  /** Calls of beans, before the engine looks for Java methods. */
  private static final class Calls extends Names {
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      if (base != Boolean.FALSE) {
        return null;
      }
      context.setPropertyResolved(true);
      return Anything.INSTANCE.answer(method.toString(), (VariableScope) arguments[0]);
    }
  }

  /**
   * Names that are no variables, after the engine has looked for those. One that does no work is a
   * condition that does not hold, or a bean that is asked something.
   */
  private static class Names extends ELResolver {
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        return null;
      }
      context.setPropertyResolved(true);
      return WORKER.matcher(property.toString()).matches() ? Anything.INSTANCE : Boolean.FALSE;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      // Models write nothing.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
