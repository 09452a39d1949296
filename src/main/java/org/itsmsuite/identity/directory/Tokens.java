package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The token that the directory's calls carry. It is fetched by one caller at a time and renewed
 * before it ends; while one renews it, the others go on with the old one.
 */
final class Tokens {

  private static final long LONGEST_MARGIN = TimeUnit.SECONDS.toNanos(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http;
  private final URI address;
  private final String form;
  private final Duration patience;
  private final Ticker ticker;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Token token;

  private record Token(String value, long renewAt, long endsAt) {}

  Tokens(Http http, DirectorySettings settings, Ticker ticker) {
    this.http = http;
    this.address = URI.create(settings.tokens());
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", settings.clientId());
    fields.put("client_secret", settings.clientSecret());
    this.form = Encoded.form(fields);
    this.patience = settings.answer();
    this.ticker = ticker;
  }

  /** A token that has not ended yet. */
  String current() {
    var known = token;
    if (known != null && isBefore(known.renewAt())) {
      return known.value();
    }
    boolean usable = known != null && isBefore(known.endsAt());
    if (!mayFetch(usable)) {
      return known.value();
    }
    try {
      var fetched = token;
      if (fetched != null && isBefore(fetched.renewAt())) {
        return fetched.value();
      }
      token = fetch();
      return token.value();
    } catch (CallFailed e) {
      if (usable && known == token) {
        return known.value();
      }
      throw e;
    } finally {
      fetching.unlock();
    }
  }

  /** Keycloak does not take this token any more; the next call fetches another. */
  void refused(String value) {
    var known = token;
    if (known != null && known.value().equals(value)) {
      token = null;
    }
  }

  private boolean mayFetch(boolean usable) {
    if (usable) {
      return fetching.tryLock();
    }
    try {
      if (!fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CallFailed("no token within " + patience);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailed("interrupted", e);
    }
  }

  private Token fetch() {
    long asked = ticker.read();
    var answer = http.post(address, form);
    if (answer.status() != 200) {
      throw new CallFailed("no token: status " + answer.status() + " from " + address);
    }
    try {
      var json = JSON.readTree(answer.body());
      var value = json.path("access_token").asText();
      if (value.isEmpty()) {
        throw new CallFailed("no token in the answer of " + address);
      }
      long life = TimeUnit.SECONDS.toNanos(json.path("expires_in").asLong(60));
      long margin = Math.min(LONGEST_MARGIN, life / 5);
      return new Token(value, asked + life - margin, asked + life);
    } catch (IOException e) {
      throw new CallFailed("no token: the answer of " + address + " is no JSON", e);
    }
  }

  private boolean isBefore(long instant) {
    return ticker.read() - instant < 0;
  }
}
