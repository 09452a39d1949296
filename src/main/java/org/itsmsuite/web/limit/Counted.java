package org.itsmsuite.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts uses per key against one limit. In memory of this node: with n nodes, somebody who is sent
 * to each of them has n times as many.
 */
class Counted {

  private final Limit limit;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  /**
   * @param remembered for how many keys at most; the one not used for the longest is forgotten
   */
  Counted(Limit limit, long remembered, TimeMeter time) {
    this.limit = limit;
    this.time = time;
    // Whoever waited that long has all uses back anyway.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .expireAfterAccess(limit.within())
            .ticker(time::currentTimeNanos)
            .build();
  }

  /** Takes one use, or tells how long to wait for the next one. */
  Optional<Duration> take(String key) {
    var probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** How long to wait for the next use, without taking it; nothing if there is one. */
  Optional<Duration> waitFor(String key) {
    var probe = bucket(key).estimateAbilityToConsume(1);
    return probe.canBeConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Counts a use that has happened, though there was none left. */
  void count(String key) {
    bucket(key).consumeIgnoringRateLimits(1);
  }

  private Bucket bucket(String key) {
    return buckets.get(
        key,
        unknown ->
            Bucket.builder()
                .addLimit(
                    band ->
                        band.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                .withCustomTimePrecision(time)
                .build());
  }
}
