package org.itsmsuite.engine;

import java.util.Map;

/**
 * A form that a person has just completed a task with, after validation.
 *
 * @param process key and version, such as {@code incident-triage:3}
 * @param form the form's id
 * @param values field key to value
 */
public record SubmittedForm(
    String record, String process, String task, String form, Map<String, Object> values) {}
