package org.itsmsuite;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The suite's entry: starts the server. */
@SpringBootApplication
public class ItsmSuite {

  public static void main(String[] args) {
    SpringApplication.run(ItsmSuite.class, args);
  }
}
