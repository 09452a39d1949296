package org.itsmsuite.change.vote.store;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.web.Visitor;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to open the page of a board with two hundred open votes of ten members each, over
 * HTTP, from the request to the last byte.
 */
public final class CabPageCost {

  private static final int CHANGES = 200;
  private static final int WARM_UP = 100;
  private static final int ASKED = 200;

  private CabPageCost() {}

  /**
   * @param median in milliseconds, as the others
   */
  public record Times(int changes, double median, double p99, double most) {}

  /**
   * @param suite with demo accounts
   */
  public static Times measure(ConfigurableApplicationContext suite) {
    int port = ((ServletWebServerApplicationContext) suite).getWebServer().getPort();
    new BoardOfMany(suite.getBean(JdbcClient.class)).add(CHANGES);
    Visitor chair = Visitor.browser(port);
    chair.logIn("cab-chair", "cab-chair");
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ASKED; i++) {
      long start = System.nanoTime();
      int status = chair.get(BoardOfMany.PAGE).statusCode();
      double took = (System.nanoTime() - start) / 1e6;
      if (status != 200) {
        throw new IllegalStateException("The page answers with " + status);
      }
      if (i >= WARM_UP) {
        millis.add(took);
      }
    }
    double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
    return new Times(CHANGES, sorted[ASKED / 2], sorted[(int) (ASKED * 0.99)], sorted[ASKED - 1]);
  }
}
