package org.itsmsuite.record;

/**
 * A part of a record's page that somebody else than its practice contributes.
 *
 * @param order from top to bottom
 * @param wide in the wide column; else at the side
 * @param template of the part, such as {@code conversation/panel}; its fragment {@code panel(data)}
 *     is a section with a heading
 * @param data what the fragment shows
 */
public record RecordPanel(int order, boolean wide, String template, Object data) {}
