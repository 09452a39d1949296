package org.itsmsuite.engine;

/**
 * Finds the bean a model names; asked at run time, so the engine can be built before the beans are.
 */
@FunctionalInterface
public interface BeanSource {

  /**
   * The bean of that name, or null. Whether a model may use it is decided by {@link
   * PublishedToModels} on its class.
   */
  Object find(String name);
}
