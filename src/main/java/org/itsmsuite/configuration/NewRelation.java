package org.itsmsuite.configuration;

/**
 * A relation as somebody writes it.
 *
 * @param from id of the first item
 * @param kind id of a {@link RelationKind}
 * @param to id of the second item
 */
public record NewRelation(String from, String kind, String to) {}
