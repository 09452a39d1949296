package org.itsmsuite.incident;

import java.util.Comparator;
import java.util.List;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.SimilarCandidates.Candidate;
import org.springframework.transaction.annotation.Transactional;

/** Compares an incident with candidates from the database and ranks what is alike enough. */
public class RankedSimilarIncidents implements SimilarIncidents {

  private static final Comparator<SimilarIncident> MOST_ALIKE_FIRST =
      Comparator.comparing(SimilarIncident::percent)
          .thenComparing(SimilarIncident::openedAt)
          .reversed()
          .thenComparing(SimilarIncident::number);

  private final SimilarCandidates candidates;
  private final SimilarityRules rules;
  private final ReadScopes scopes;
  private final CurrentUser user;

  public RankedSimilarIncidents(
      SimilarCandidates candidates, SimilarityRules rules, ReadScopes scopes, CurrentUser user) {
    this.candidates = candidates;
    this.rules = rules;
    this.scopes = scopes;
    this.user = user;
  }

  @Override
  @Transactional(readOnly = true)
  public List<SimilarIncident> of(Incident incident, int limit) {
    var likeness = new Likeness(rules, Candidate.of(incident));
    return candidates.of(incident, scopes.of(user.actor()), rules.candidates()).stream()
        .map(likeness::to)
        .filter(one -> one.percent() >= rules.atLeast())
        .sorted(MOST_ALIKE_FIRST)
        .limit(limit)
        .toList();
  }
}
