package org.itsmsuite.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.itsmsuite.duty.store.ExceptionCounts;
import org.itsmsuite.ledger.LedgerVerification.Misfit;
import org.itsmsuite.ledger.LedgerVerification.Result;
import org.itsmsuite.ledger.store.JdbcLedgerVerification;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Recomputes every chain of the ledger in the suite's database file.")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ITSM_DATA:-./data}",
      description =
          "Where the database lies (default: ITSM_DATA, else ./data). Nothing is changed.")
  private Path data;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Path file = data.resolve("itsm.mv.db");
    if (!Files.isRegularFile(file)) {
      err.println("There is no database " + file + "; --data names the folder it lies in.");
      return Commands.COULD_NOT_RUN;
    }
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + data.toAbsolutePath().normalize()
            + "/itsm;IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    source.setUser("sa");
    source.setPassword("");
    try (var connection = source.getConnection()) {
      var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      int code = told(JdbcLedgerVerification.run(database));
      tellExceptions(ExceptionCounts.in(database));
      return code;
    } catch (java.sql.SQLException cannotOpen) {
      err.println(
          cannotOpen.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
              ? "The database is in use: ask the running suite instead, GET /api/ledger/verification."
              : "The database " + file + " cannot be opened: " + firstLine(cannotOpen));
      return Commands.COULD_NOT_RUN;
    } catch (DataAccessException noLedger) {
      err.println("The database " + file + " holds no ledger that can be read.");
      return Commands.COULD_NOT_RUN;
    }
  }

  private int told(Result result) {
    PrintWriter out = spec.commandLine().getOut();
    Misfit misfit = result.misfit();
    if (misfit == null) {
      out.printf(
          Locale.ROOT,
          "The ledger is intact: %,d entries of %,d records; %,d personal values erased.%n",
          result.entries(),
          result.records(),
          result.erasedValues());
      return Commands.FINE;
    }
    out.printf(
        Locale.ROOT,
        "%s, entry %d: %s [%s]%n",
        misfit.record(),
        misfit.position(),
        misfit.detail(),
        misfit.key());
    return Commands.FINDINGS;
  }

  /** Told beside the result, as beside every report. */
  private void tellExceptions(ExceptionCounts exceptions) {
    if (!exceptions.isNone()) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "Exceptions from the separation of duties: %,d in force, used %,d times.%n",
              exceptions.inForce(),
              exceptions.uses());
    }
  }

  private static String firstLine(Exception thrown) {
    return thrown.getMessage().lines().findFirst().orElse("");
  }
}
