package org.itsmsuite.change;

/**
 * The released version of a template that a change was made from.
 *
 * @param id such as {@code restart-mail-server}
 * @param version from 1
 */
public record TemplateUse(String id, int version) {}
