package org.itsmsuite.security;

import java.util.stream.Stream;
import org.itsmsuite.ledger.Fact;

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

  /** Adds what differs from before to a fact. */
  Fact told(Fact fact, Threat was) {
    return fact.changed("probability", name(was.probability), name(probability))
        .changed("confidentiality", name(was.confidentiality), name(confidentiality))
        .changed("integrity", name(was.integrity), name(integrity))
        .changed("accessibility", name(was.accessibility), name(accessibility))
        .changed("authenticity", was.authenticity, authenticity)
        .changed("accountability", was.accountability, accountability)
        .changed("nonRepudiation", was.nonRepudiation, nonRepudiation)
        .changed("reliability", was.reliability, reliability)
        .changed("personalData", was.personalData, personalData);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
