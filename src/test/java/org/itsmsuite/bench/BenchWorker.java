package org.itsmsuite.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A JVM that lives as long as the measurement and holds the suite or the bare engine, job executor
 * included. It does what {@link Bench} asks for on its standard input, a line each, and answers
 * with an object; when its input ends, so does it.
 */
final class BenchWorker {

  /** What can be measured in one JVM. */
  private interface Subject {
    Desk desk();

    default TimerLateness lateness() {
      throw new UnsupportedOperationException("Only the suite has clocks.");
    }

    void stop();
  }

  private BenchWorker() {}

  public static void main(String[] arguments) throws IOException {
    try (var answers = new ObjectOutputStream(System.out)) {
      System.setOut(System.err);
      Subject subject = arguments[0].equals("suite") ? suite(arguments[1]) : raw(arguments[1]);
      var cycle = new TicketCycle(subject.desk());
      cycle.run();
      answer(answers, "ready");
      var requests = new BufferedReader(new InputStreamReader(System.in));
      for (String request; (request = requests.readLine()) != null; ) {
        String[] words = request.split(" ");
        switch (words[0]) {
          case "slice" -> answer(answers, Slice.of(cycle, Long.parseLong(words[1])));
          case "costs" -> answer(answers, new LinkedHashMap<>(cycle.costs()));
          case "idle" -> answer(answers, subject.lateness().idle());
          case "loaded" -> answer(answers, subject.lateness().loadedBy(cycle));
          default -> throw new IllegalArgumentException(request);
        }
      }
      subject.stop();
    }
  }

  private static void answer(ObjectOutputStream answers, Object answer) throws IOException {
    answers.writeObject(answer);
    answers.flush();
  }

  private static Subject suite(String database) {
    ConfigurableApplicationContext suite = BenchSuite.start(database);
    Desk desk = new SuiteDesk(suite);
    var lateness = new TimerLateness(suite.getBean(DataSource.class), desk);
    return new Subject() {
      @Override
      public Desk desk() {
        return desk;
      }

      @Override
      public TimerLateness lateness() {
        return lateness;
      }

      @Override
      public void stop() {
        suite.close();
      }
    };
  }

  private static Subject raw(String database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database);
    ProcessEngine engine = RawEngine.start(new CountingDataSource(pool), true);
    Desk desk = new RawDesk(engine);
    return new Subject() {
      @Override
      public Desk desk() {
        return desk;
      }

      @Override
      public void stop() {
        engine.close();
        pool.close();
      }
    };
  }
}
