package org.itsmsuite.engine.setup;

import java.util.Set;
import org.itsmsuite.engine.BeanSource;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.context.ApplicationContext;

/**
 * The application's published beans. Their names are collected once, so that a variable's name
 * never makes the application look for a bean.
 */
class PublishedSpringBeans implements BeanSource {

  private final ApplicationContext context;
  private volatile Set<String> names;

  PublishedSpringBeans(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public Object find(String name) {
    if (names == null) {
      names = Set.of(context.getBeanNamesForAnnotation(PublishedToModels.class));
    }
    return names.contains(name) ? context.getBean(name) : null;
  }
}
