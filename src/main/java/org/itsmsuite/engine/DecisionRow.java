package org.itsmsuite.engine;

import java.util.Map;

/**
 * A row of a decision table as it is written.
 *
 * @param number as people count it, from 1
 * @param inputs the condition by the name of its input, as written; empty text for any value
 * @param outputs the entry by the name of its output, as written: a text stands in quotes
 */
public record DecisionRow(
    String id, int number, Map<String, String> inputs, Map<String, String> outputs) {}
