package org.itsmsuite;

import org.itsmsuite.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The suite's entry: runs a command, or starts the server if there is none. */
@SpringBootApplication
public class ItsmSuite {

  public static void main(String[] args) {
    if (Commands.isMeantBy(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(ItsmSuite.class, args);
  }
}
