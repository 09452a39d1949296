package org.itsmsuite.engine.el;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.itsmsuite.engine.BeanSource;

/**
 * The engine's expressions, confined. Also the ones in stored queries run through it, so whoever
 * may store a filter still cannot run code on the server.
 */
public class SuiteExpressionManager extends JuelExpressionManager {

  private static final Set<String> FUNCTIONS =
      Set.of(
          CommandContextFunctions.CURRENT_USER,
          CommandContextFunctions.CURRENT_USER_GROUPS,
          DateTimeFunctions.NOW,
          DateTimeFunctions.DATE_TIME);

  private final BeanSource beanSource;

  public SuiteExpressionManager(BeanSource beans) {
    this.beanSource = beans;
  }

  /** Takes the four date and user functions; whatever else wants to add one is refused. */
  @Override
  public void addFunction(String name, Method function) {
    if (!FUNCTIONS.contains(name)) {
      throw new IllegalArgumentException(
          "Expressions know the functions " + FUNCTIONS + "; '" + name + "' is not one of them.");
    }
    super.addFunction(name, function);
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    // First, so that no variable a person sends can take the place of a bean.
    resolver.add(new PublishedBeanResolver(beanSource));
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new EngineObjectResolver());
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    return resolver;
  }
}
