package org.itsmsuite.security;

import java.util.List;
import org.itsmsuite.restriction.KnownRecords;

/**
 * What a list asks for; newest first.
 *
 * @param statuses empty for all
 * @param known which records the person may know of, by {@code s.number}
 * @param page from 0
 * @param size from 1 to 100
 */
public record SecuritySearch(
    List<SecurityStatus> statuses, KnownRecords known, int page, int size) {}
