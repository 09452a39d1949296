package org.itsmsuite.bench;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link BenchWorker} as its parent sees it. */
final class Worker implements AutoCloseable {

  private final Process process;
  private ObjectInputStream answers;

  /**
   * @param what {@code suite} or {@code raw}
   */
  Worker(String what, String database, Path log) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xms512m",
                  "-Xmx512m",
                  // What the JVM itself says must not stand among its answers.
                  "-Xlog:disable",
                  "-Xlog:all=warning:stderr",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BenchWorker.class.getName(),
                  what,
                  database)
              .redirectError(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has made its first ticket. */
  void awaitReady() {
    answer();
  }

  @SuppressWarnings("unchecked")
  <T> T ask(String request) {
    try {
      process.getOutputStream().write((request + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (T) answer();
  }

  private Object answer() {
    try {
      if (answers == null) {
        answers = new ObjectInputStream(process.getInputStream());
      }
      return answers.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("A measured JVM has ended; see its log in target/bench.", e);
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
