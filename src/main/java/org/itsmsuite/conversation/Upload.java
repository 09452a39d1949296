package org.itsmsuite.conversation;

import java.nio.file.Path;

/**
 * A file as somebody sends it; nothing about it is true yet.
 *
 * @param name as sent, or null
 * @param declaredType what the sender calls it, or null
 * @param file where its content lies for the time of the call
 */
public record Upload(String name, String declaredType, Path file) {}
