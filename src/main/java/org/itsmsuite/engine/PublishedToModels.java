package org.itsmsuite.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a class: models may name the bean. On a method of such a class: expressions in models may call
 * it. Delegates and listeners carry the mark on the class only. Everything else is out of a model's
 * reach.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PublishedToModels {}
