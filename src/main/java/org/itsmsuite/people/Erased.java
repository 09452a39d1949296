package org.itsmsuite.people;

import java.util.List;

/** What became of a person: the pseudonym, where it stands now, and what is left to look at. */
public record Erased(
    String pseudonym,
    List<Trace> places,
    long ledgerValues,
    long unerasable,
    List<Mention> mentions) {}
