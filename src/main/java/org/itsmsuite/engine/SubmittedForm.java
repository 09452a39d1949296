package org.itsmsuite.engine;

import java.util.Map;

/**
 * A form that a person has just completed a task with, after validation.
 *
 * <p>In the step that follows, expressions and delegates read the values as transient variables of
 * the same names. A delegate must not store a variable under a field's name in that same step: the
 * engine refuses to turn a transient variable into a stored one.
 *
 * @param record number of the record, or null
 * @param process key and version, such as {@code incident-triage:3}
 * @param form the form's id
 * @param task id of the task in its model
 * @param values field key to value: text, number, boolean, list of texts, or null where nothing was
 *     entered; fields that only show something are not in it
 */
public record SubmittedForm(
    String record, String process, String task, String form, Map<String, Object> values) {}
