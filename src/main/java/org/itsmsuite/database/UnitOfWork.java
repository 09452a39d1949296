package org.itsmsuite.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What stores know and hold back for the running transaction. A store that takes part reads a
 * record once and writes it once, right before the commit; every round trip saved is a good part of
 * what a step costs.
 *
 * <p>Nobody else has to know: each statement through the application's {@code JdbcTemplate} or
 * {@code JdbcClient} is preceded by what is held back, so it finds the database as if nothing were.
 * A store's own statements that need not wait for that are made {@link #quietly}. A savepoint is
 * preceded by it too; going back to one forgets what was learnt since.
 */
public final class UnitOfWork {

  /** One store's share of it. Dropped, unwritten, when the transaction is rolled back. */
  public interface Part {

    /** Writes what is held back; what is known may stay. May be called many times. */
    void flush();

    /**
     * Whether anybody else's statement may read these tables. A store that alone reads its own asks
     * for {@link #flushAll} before it does.
     */
    default boolean isReadByOthers() {
      return true;
    }
  }

  private final Map<Object, Part> parts = new LinkedHashMap<>();
  private boolean quiet;
  private boolean over;

  private UnitOfWork() {}

  /**
   * The share of a store in the running transaction.
   *
   * @param owner the store
   * @param made makes it when the transaction has none yet
   * @return empty outside of a transaction: then nothing can be held back
   */
  public static <P extends Part> Optional<P> part(Object owner, Supplier<P> made) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return Optional.empty();
    }
    UnitOfWork running = running();
    if (running == null) {
      running = new UnitOfWork();
      TransactionSynchronizationManager.bindResource(UnitOfWork.class, running);
      TransactionSynchronizationManager.registerSynchronization(running.new Ends());
    }
    if (running.over) {
      return Optional.empty();
    }
    @SuppressWarnings("unchecked")
    P part = (P) running.parts.computeIfAbsent(owner, none -> made.get());
    return Optional.of(part);
  }

  private static UnitOfWork running() {
    return (UnitOfWork) TransactionSynchronizationManager.getResource(UnitOfWork.class);
  }

  /** Writes what stores hold back of the tables that others read. */
  static void flush() {
    flush(Part::isReadByOthers);
  }

  /** Writes what all stores hold back. */
  public static void flushAll() {
    flush(part -> true);
  }

  private static void flush(Predicate<Part> which) {
    UnitOfWork running = running();
    if (running != null && !running.quiet) {
      running.write(which);
    }
  }

  /**
   * Runs statements that need nothing of what is held back: they concern tables, or rows, that no
   * store holds back.
   */
  public static <T> T quietly(Supplier<T> statements) {
    UnitOfWork running = running();
    if (running == null || running.quiet) {
      return statements.get();
    }
    running.quiet = true;
    try {
      return statements.get();
    } finally {
      running.quiet = false;
    }
  }

  private void write(Predicate<Part> which) {
    quietly(
        () -> {
          List.copyOf(parts.values()).stream().filter(which).forEach(Part::flush);
          return null;
        });
  }

  private final class Ends implements TransactionSynchronization {

    @Override
    public void beforeCommit(boolean readOnly) {
      write(part -> true);
    }

    @Override
    public void savepointRollback(Object savepoint) {
      parts.clear();
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(UnitOfWork.class);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(UnitOfWork.class, UnitOfWork.this);
    }

    /** What joins the transaction from here on would never be written. */
    @Override
    public void afterCommit() {
      over = true;
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(UnitOfWork.class);
    }
  }
}
