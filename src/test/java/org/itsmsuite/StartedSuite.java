package org.itsmsuite;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.itsmsuite.web.Program;

/** The suite in a process of its own, on a port of its own. */
final class StartedSuite {

  private static final Pattern ADDRESS =
      Pattern.compile("Suite is ready\\.[\\s\\S]*?Pages\\s+http://localhost:([0-9]+)/");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path log;

  private StartedSuite(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param how what comes after {@code java}
   */
  static StartedSuite start(Path data, List<String> how) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(how);
    try {
      Path log = Files.createTempFile(data, "started", ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("ITSM_"));
      builder.environment().put("ITSM_DATA", data.resolve("database").toString());
      builder.environment().put("SERVER_PORT", "0");
      var suite = new StartedSuite(builder.redirectOutput(log.toFile()).start(), log);
      suite.waitUntilReady();
      return suite;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void waitUntilReady() {
    try {
      await("start of the suite")
          .atMost(PATIENCE)
          .failFast("The suite ended while it started", () -> !process.isAlive())
          .until(() -> ADDRESS.matcher(output()).find());
    } catch (RuntimeException e) {
      stop();
      throw new IllegalStateException("The suite did not start:\n" + output(), e);
    }
  }

  Program as(String account) {
    var address = ADDRESS.matcher(output());
    if (!address.find()) {
      throw new IllegalStateException("No address in:\n" + output());
    }
    return Program.of(Integer.parseInt(address.group(1)), account);
  }

  /** All it has printed. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as an operator would; by force if it does not listen. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(60, SECONDS)) {
        process.destroyForcibly().waitFor(60, SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
