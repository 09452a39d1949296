package org.itsmsuite.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on a record, without its content.
 *
 * @param record its number
 * @param author account
 * @param name as a file system may take it: no folders, no control characters
 * @param type as it is served: what the name's ending stands for, and its content was found to be
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 */
public record Attachment(
    UUID id,
    String record,
    Instant at,
    String author,
    Side side,
    Visibility visibility,
    String name,
    String type,
    long size,
    String sha256) {}
