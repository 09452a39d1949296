package org.itsmsuite.security;

import java.util.stream.Stream;

/**
 * What is threatened (term 2.11) and how likely the business is harmed (term 2.12).
 *
 * @param accessibility whether those entitled can get at the information; availability is the name
 *     of a measured share of time and of nothing else
 * @param authenticity whether information and people are no longer surely what they claim to be
 * @param accountability whether deeds can no longer be laid at somebody's door
 * @param nonRepudiation whether somebody can now deny what they did
 * @param reliability whether things no longer behave as intended
 * @param personalData whether data about people is affected
 */
public record Threat(
    Probability probability,
    ThreatLevel confidentiality,
    ThreatLevel integrity,
    ThreatLevel accessibility,
    boolean authenticity,
    boolean accountability,
    boolean nonRepudiation,
    boolean reliability,
    boolean personalData) {

  static final Threat UNKNOWN =
      new Threat(null, null, null, null, false, false, false, false, false);

  /** The worst of the three; null as long as nobody has assessed them. */
  public ThreatLevel highest() {
    return Stream.of(confidentiality, integrity, accessibility)
        .filter(java.util.Objects::nonNull)
        .min(Enum::compareTo)
        .orElse(null);
  }
}
