package org.itsmsuite.ledger.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;

/**
 * A fact with its place in a chain, as it is written.
 *
 * @param suiteActor the actor's name if it is no person's, else null
 * @param canonical the entry's canonical JSON, which holds the hash of the entry before it
 * @param hash SHA-256 over {@code canonical}
 * @param values what the entry only holds commitments to
 */
record SealedFact(
    Fact fact,
    int position,
    Instant at,
    String suiteActor,
    String build,
    String previousHash,
    String canonical,
    String hash,
    List<ErasableValue> values) {

  static final String ACTOR = "/actor";

  /** Raised when the shape of the canonical JSON changes, so that old entries stay readable. */
  private static final int FORMAT = 1;

  static SealedFact of(
      Fact fact, Actor actor, Instant at, String build, int position, String previousHash) {
    var commitments = new Commitments();
    var isPerson = actor.isPerson();
    var entry = new LinkedHashMap<String, Object>();
    entry.put("format", FORMAT);
    entry.put("record", fact.record());
    entry.put("position", position);
    entry.put("at", at.toString());
    entry.put("actor", isPerson ? commitments.hideAccount(ACTOR, actor.id()) : actor.id());
    entry.put("build", build);
    entry.put("process", fact.process());
    entry.put("what", fact.what());
    entry.put("before", commitments.hide("/before", fact.before()));
    entry.put("after", commitments.hide("/after", fact.after()));
    entry.put("previousHash", previousHash);
    var canonical = CanonicalJson.of(entry);
    return new SealedFact(
        fact,
        position,
        at,
        isPerson ? null : actor.id(),
        build,
        previousHash,
        canonical,
        Sha256.of(canonical),
        List.copyOf(commitments.kept()));
  }
}
