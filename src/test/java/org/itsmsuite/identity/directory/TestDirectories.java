package org.itsmsuite.identity.directory;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Directories over a stub, with little patience. */
public final class TestDirectories {

  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration STALE = Duration.ofHours(4);
  static final Duration ABSENT = Duration.ofSeconds(30);
  static final Duration PAUSE = Duration.ofSeconds(10);

  private TestDirectories() {}

  public static Directory of(KeycloakStub stub) {
    return of(settings(stub.issuer(), "/"), Ticker.systemTicker());
  }

  static Directory of(DirectorySettings settings, Ticker ticker) {
    var http = new Http(settings.connect(), settings.answer());
    var gate = new Gate(settings, ticker);
    var calls = new AdminCalls(http, new Tokens(http, settings, ticker), gate, settings);
    return new Directory(calls, settings, ticker, new GroupReport());
  }

  /** Pages of 5, at most 20 people looked through, at most 10 named, at most 100 groups. */
  static DirectorySettings settings(String issuer, String groupRoot) {
    return new DirectorySettings(
        issuer,
        "",
        groupRoot,
        "itsm-directory",
        "s3cret+&%=",
        Duration.ofMillis(500),
        Duration.ofMillis(700),
        4,
        Duration.ofMillis(200),
        3,
        PAUSE,
        FRESH,
        STALE,
        ABSENT,
        20_000,
        5,
        20,
        10,
        100);
  }
}
