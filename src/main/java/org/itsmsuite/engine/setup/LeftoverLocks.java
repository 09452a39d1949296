package org.itsmsuite.engine.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Frees the jobs that a killed process left locked. Only on H2, where one node owns the database:
 * nobody else can hold a lock there, and timers need not wait five minutes after a crash.
 */
final class LeftoverLocks {

  private LeftoverLocks() {}

  static void release(ProcessEngineConfigurationImpl engine) {
    if ("h2".equals(engine.getDatabaseType())) {
      String owner = engine.getJobExecutor() == null ? "" : engine.getJobExecutor().getLockOwner();
      engine.getCommandExecutorTxRequired().execute(context -> free(context, owner));
    }
  }

  private static Integer free(CommandContext context, String thisProcess) {
    String sql =
        "update "
            + context.getProcessEngineConfiguration().getDatabaseTablePrefix()
            + "ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null"
            + " where LOCK_OWNER_ is not null and LOCK_OWNER_ <> ?";
    Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, thisProcess);
      return update.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException("The locks left behind cannot be freed.", failed);
    }
  }
}
