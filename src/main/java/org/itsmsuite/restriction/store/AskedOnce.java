package org.itsmsuite.restriction.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers an answer for the length of a transaction: one step of an incident asks about its
 * record several times, and nearly always the answer is no. Outside of transactions nothing is
 * remembered.
 */
final class AskedOnce {

  Optional<Instant> of(String record, Function<String, Optional<Instant>> read) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return read.apply(record);
    }
    return answers().computeIfAbsent(record, read);
  }

  void forget(String record) {
    if (TransactionSynchronizationManager.hasResource(this)) {
      answers().remove(record);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Optional<Instant>> answers() {
    var bound =
        (Map<String, Optional<Instant>>) TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return bound;
    }
    var answers = new HashMap<String, Optional<Instant>>();
    TransactionSynchronizationManager.bindResource(this, answers);
    TransactionSynchronizationManager.registerSynchronization(new Binding(answers));
    return answers;
  }

  /** A transaction inside of another one has answers of its own. */
  private final class Binding implements TransactionSynchronization {

    private final Map<String, Optional<Instant>> answers;

    Binding(Map<String, Optional<Instant>> answers) {
      this.answers = answers;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(AskedOnce.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AskedOnce.this, answers);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(AskedOnce.this);
    }
  }
}
