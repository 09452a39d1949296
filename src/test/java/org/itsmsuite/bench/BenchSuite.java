package org.itsmsuite.bench;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.itsmsuite.ItsmSuite;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application as delivered, with profile {@code postgres}, on a free port. */
final class BenchSuite {

  private BenchSuite() {}

  static ConfigurableApplicationContext start(String database, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--spring.profiles.active=postgres");
    all.add("--ITSM_DB_URL=" + database);
    all.add("--ITSM_DB_USER=postgres");
    all.add("--ITSM_DB_PASSWORD=none");
    all.add("--ITSM_DATA=target/bench");
    all.add("--server.port=0");
    all.add("--logging.level.root=warn");
    all.add("--spring.main.banner-mode=off");
    return new SpringApplicationBuilder(ItsmSuite.class)
        .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new Counting()))
        .run(all.toArray(String[]::new));
  }

  private static final class Counting implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource database && !(bean instanceof CountingDataSource)
          ? new CountingDataSource(database)
          : bean;
    }
  }
}
