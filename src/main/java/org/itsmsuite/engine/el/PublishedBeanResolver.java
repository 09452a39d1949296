package org.itsmsuite.engine.el;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.itsmsuite.engine.BeanSource;

/** Gives models the published beans, and of these the published methods. */
class PublishedBeanResolver extends ReadOnlyResolver {

  private final BeanSource beans;

  PublishedBeanResolver(BeanSource beans) {
    this.beans = beans;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null && property instanceof String name) {
      Object bean = beans.find(name);
      if (bean != null && PublishedMethods.isPublished(bean.getClass())) {
        context.setPropertyResolved(true);
        return bean;
      }
    }
    return null;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
    if (base == null || !PublishedMethods.isPublished(base.getClass())) {
      return null;
    }
    Method method =
        PublishedMethods.find(base.getClass(), String.valueOf(name), arguments.length)
            .orElseThrow(
                () ->
                    new MethodNotFoundException(
                        "'" + name + "' with " + arguments.length + " values is not published"));
    context.setPropertyResolved(true);
    return call(context, base, method, arguments);
  }

  private static Object call(ELContext context, Object base, Method method, Object[] given) {
    var factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
    Class<?>[] types = method.getParameterTypes();
    var arguments = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      arguments[i] =
          types[i].isInstance(given[i]) ? given[i] : factory.coerceToType(given[i], types[i]);
    }
    try {
      return method.invoke(base, arguments);
    } catch (InvocationTargetException failed) {
      throw new ELException(failed.getCause());
    } catch (IllegalAccessException impossible) {
      throw new ELException(impossible);
    }
  }
}
