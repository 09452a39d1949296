package org.itsmsuite.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.itsmsuite.content.ContentException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. Exit code 0: fine; 1: there are findings; 2: it could not run. */
@Command(
    name = "itsm-suite",
    mixinStandardHelpOptions = true,
    version = "ITSM Process Suite",
    description =
        "Without a command: starts the server. Exit codes: 0 fine, 1 findings, 2 could not run.",
    subcommands = {ReplayCommand.class, VerifyCommand.class})
public final class Commands implements Callable<Integer> {

  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int COULD_NOT_RUN = 2;

  @Spec private CommandSpec spec;

  /**
   * Whether these are a command, and not settings for the server such as {@code --server.port=0}.
   */
  public static boolean isMeantBy(String... args) {
    return args.length > 0 && !(args[0].startsWith("--") && args[0].contains("="));
  }

  /** Runs a command; gives the exit code. */
  public static int run(String... args) {
    return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    // What a command has to say, it prints; libraries are silent.
    LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(null, LogLevel.OFF);
    return new CommandLine(new Commands())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (wrong, given) -> {
              err.println(wrong.getMessage());
              wrong.getCommandLine().usage(err);
              return COULD_NOT_RUN;
            })
        .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, err))
        .execute(args);
  }

  private static int explain(Exception thrown, PrintWriter err) {
    if (thrown instanceof ContentException faulty) {
      err.println(faulty.getMessage());
    } else {
      String said = thrown.getMessage();
      err.println(
          said == null ? thrown.getClass().getSimpleName() : said.lines().findFirst().orElse(""));
    }
    return COULD_NOT_RUN;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
