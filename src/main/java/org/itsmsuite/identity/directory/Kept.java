package org.itsmsuite.identity.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Answers of Keycloak, kept for a while. Several who miss the same one wait for one call. While
 * Keycloak is out of reach, an answer serves on to its stale age.
 *
 * @param <V> never null
 */
final class Kept<K, V> {

  private record Entry<V>(V value, long since) {}

  private final Cache<K, Entry<V>> entries;
  private final ConcurrentMap<K, CompletableFuture<V>> loading = new ConcurrentHashMap<>();
  private final Function<K, V> source;
  private final Predicate<V> absent;
  private final long fresh;
  private final long freshAbsent;
  private final Ticker ticker;

  /**
   * @param source asks Keycloak
   * @param absent which answers say that there is nothing; they are never used stale
   * @param weight of an answer; all kept together weigh at most as many as people may be kept
   */
  Kept(
      DirectorySettings settings,
      Ticker ticker,
      ToIntFunction<V> weight,
      Predicate<V> absent,
      Function<K, V> source) {
    this.entries =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .maximumWeight(settings.keptPeople())
            .weigher((K key, Entry<V> entry) -> Math.max(1, weight.applyAsInt(entry.value())))
            .expireAfterWrite(settings.stale())
            .build();
    this.source = source;
    this.absent = absent;
    this.fresh = settings.fresh().toNanos();
    this.freshAbsent = Math.min(fresh, settings.absent().toNanos());
    this.ticker = ticker;
  }

  /**
   * @throws OutOfReach if Keycloak cannot be asked and nothing is kept that could serve
   */
  V get(K key) {
    return get(key, fresh);
  }

  /** As {@link #get(Object)}, but asks again for what is older than "there is no such" may be. */
  V getNew(K key) {
    return get(key, freshAbsent);
  }

  void put(K key, V value) {
    entries.put(key, new Entry<>(value, ticker.read()));
  }

  void forget(K key) {
    entries.invalidate(key);
  }

  private V get(K key, long age) {
    var entry = entries.getIfPresent(key);
    if (entry != null && isYounger(entry, absent.test(entry.value()) ? freshAbsent : age)) {
      return entry.value();
    }
    try {
      return load(key);
    } catch (OutOfReach e) {
      if (entry != null && !absent.test(entry.value())) {
        return entry.value();
      }
      throw e;
    }
  }

  private boolean isYounger(Entry<V> entry, long age) {
    return ticker.read() - entry.since() < age;
  }

  private V load(K key) {
    var mine = new CompletableFuture<V>();
    var running = loading.putIfAbsent(key, mine);
    if (running != null) {
      return joined(running);
    }
    try {
      var value = source.apply(key);
      put(key, value);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      loading.remove(key, mine);
    }
  }

  private static <V> V joined(CompletableFuture<V> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
