package org.itsmsuite.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Access to the database that keeps the promises of {@link UnitOfWork}. */
public final class Jdbc {

  private Jdbc() {}

  /** Writes what is held back before each statement. */
  public static JdbcTemplate template(DataSource database) {
    return new JdbcTemplate(database) {
      @Override
      protected DataSource obtainDataSource() {
        UnitOfWork.flush();
        return super.obtainDataSource();
      }
    };
  }

  /** Writes what is held back before a savepoint, so that going back to it does not lose it. */
  static TransactionExecutionListener beforeSavepoints() {
    return new TransactionExecutionListener() {
      @Override
      public void beforeBegin(TransactionExecution transaction) {
        if (transaction.isNested()) {
          UnitOfWork.flushAll();
        }
      }
    };
  }

  /** Prepares a transaction manager that the application has not made. */
  public static <T extends ConfigurableTransactionManager> T prepared(T transactions) {
    transactions.addListener(beforeSavepoints());
    return transactions;
  }
}
