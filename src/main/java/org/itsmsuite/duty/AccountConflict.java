package org.itsmsuite.duty;

import java.util.Set;

/** An account whose groups exclude each other; however it came by them. */
public record AccountConflict(String account, String duty, Set<String> groups) {}
