package org.itsmsuite.identity.directory;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets calls to Keycloak through. A few failures in a row close it for a pause, in which nobody
 * waits; after it a single call tries, and opens it again for all or closes it for another pause.
 */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Semaphore places;
  private final Duration turn;
  private final int limit;
  private final Duration pause;
  private final Ticker ticker;

  private int failures;
  private boolean closed;
  private boolean trying;
  private long closedUntil;

  Gate(DirectorySettings settings, Ticker ticker) {
    this.places = new Semaphore(settings.callsAtOnce());
    this.turn = settings.turn();
    this.limit = settings.failures();
    this.pause = settings.pause();
    this.ticker = ticker;
  }

  /**
   * @throws OutOfReach if the call fails, or must not be made now
   */
  <T> T pass(Supplier<T> call) {
    boolean trial = enter();
    boolean over = false;
    try {
      takePlace();
      try {
        var result = call.get();
        over = true;
        succeeded();
        return result;
      } finally {
        places.release();
      }
    } catch (CallFailed e) {
      over = true;
      failed(e);
      throw new OutOfReach(e);
    } finally {
      if (trial && !over) {
        giveUpTrial();
      }
    }
  }

  synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized boolean enter() {
    if (!closed) {
      return false;
    }
    if (trying || ticker.read() - closedUntil < 0) {
      throw new OutOfReach(null);
    }
    trying = true;
    return true;
  }

  /** All places taken is no failure of Keycloak's: the calls that hold them tell how it is. */
  private void takePlace() {
    try {
      if (!places.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OutOfReach(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutOfReach(e);
    }
  }

  private synchronized void succeeded() {
    failures = 0;
    trying = false;
    if (closed) {
      closed = false;
      LOG.info("Keycloak answers again.");
    }
  }

  private synchronized void failed(CallFailed reason) {
    failures++;
    trying = false;
    if (failures < limit) {
      LOG.debug("A call to Keycloak failed: {}", reason.getMessage());
      return;
    }
    if (!closed) {
      LOG.warn(
          "Keycloak does not answer ({}). What is kept of it is used; it is asked again every {}.",
          reason.getMessage(),
          pause);
    }
    closed = true;
    closedUntil = ticker.read() + pause.toNanos();
  }

  private synchronized void giveUpTrial() {
    trying = false;
  }
}
