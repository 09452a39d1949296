package org.itsmsuite.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecutionListener;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** In place of Spring Boot's own; its {@code JdbcClient} is built on it. */
  @Bean
  @Primary
  JdbcTemplate jdbcTemplate(DataSource database) {
    return Jdbc.template(database);
  }

  /** Spring Boot gives it to its transaction manager. */
  @Bean
  TransactionExecutionListener beforeSavepoints() {
    return Jdbc.beforeSavepoints();
  }
}
