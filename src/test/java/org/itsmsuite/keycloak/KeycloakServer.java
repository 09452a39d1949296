package org.itsmsuite.keycloak;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak server with the suite's realm and the demo accounts, on 127.0.0.1 and a free
 * port: one for all tests of a JVM, with an empty database of its own, gone with the JVM. A test
 * that stops it starts it again; port and data stay.
 */
public final class KeycloakServer {

  /** The server's own administrator, in its realm {@code master}. */
  static final String ADMINISTRATOR = "keycloak-admin";

  static final String PASSWORD = UUID.randomUUID().toString();

  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final Path REALM = Path.of("config", "keycloak");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String[] BUILT_WITH = {"--db=dev-file", "--health-enabled=false"};

  private static KeycloakServer running;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path home;
  private final Path data;
  private final int port;
  private Process process;

  private KeycloakServer() throws IOException {
    home = home();
    data = Files.createDirectories(UNPACKED.resolve("runs/" + UUID.randomUUID())).toAbsolutePath();
    port = freePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** The server, started with the first call. */
  public static synchronized KeycloakServer running() {
    if (running == null) {
      try {
        running = new KeycloakServer();
        running.build();
        running.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** What the suite's setting {@code itsm.keycloak.issuer} has to be. */
  public String issuer() {
    return address() + "/realms/itsm";
  }

  /** Changes the realm as an administrator would. */
  public KeycloakRealm realm() {
    return new KeycloakRealm(this);
  }

  /** Starts it with the port and the data it had; waits until it answers. */
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    process =
        script(
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=" + address(),
            "--db-url=jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE");
    try {
      await("start of Keycloak")
          .atMost(PATIENCE)
          .failFast("Keycloak ended while it started", () -> !process.isAlive())
          .until(this::answers);
    } catch (RuntimeException e) {
      stop();
      throw new IllegalStateException("Keycloak did not start:\n" + log(), e);
    }
  }

  /** Ends it, as a breakdown of the identity provider; returns when its port is free. */
  public synchronized void stop() {
    if (process == null) {
      return;
    }
    // The script waits for the server that it has started.
    var all = process.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      for (var one : all) {
        one.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> one).join();
        one.destroyForcibly();
      }
      process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Prepares the unpacked server once, which makes each start much shorter. */
  private void build() throws IOException {
    var done = home.resolve("built-for-tests");
    if (Files.exists(done)) {
      return;
    }
    var command = new String[BUILT_WITH.length + 1];
    command[0] = "build";
    System.arraycopy(BUILT_WITH, 0, command, 1, BUILT_WITH.length);
    var build = script(command);
    try {
      if (!build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
        build.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("Keycloak could not be prepared:\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Files.createFile(done);
  }

  private Process script(String... arguments) {
    var windows = System.getProperty("os.name").startsWith("Windows");
    var command = new java.util.ArrayList<String>();
    command.addAll(windows ? List.of("cmd", "/c") : List.of("sh"));
    command.add(home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("ITSM_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    environment.put("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    try {
      importRealm();
      return builder
          .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void importRealm() throws IOException {
    var target = Files.createDirectories(home.resolve("data/import"));
    try (var files = Files.newDirectoryStream(REALM, "*.json")) {
      for (var file : files) {
        Files.writeString(target.resolve(file.getFileName()), Files.readString(file));
      }
    }
  }

  private boolean answers() {
    try {
      var request = HttpRequest.newBuilder(URI.create(issuer())).timeout(Duration.ofSeconds(10));
      return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(data.resolve("server.log"));
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private static Path home() throws IOException {
    if (Files.isDirectory(UNPACKED)) {
      try (var folders = Files.newDirectoryStream(UNPACKED, "keycloak-*")) {
        for (var folder : folders) {
          return folder.toAbsolutePath();
        }
      }
    }
    throw new IllegalStateException(
        "No Keycloak under " + UNPACKED + ": ./mvnw process-test-classes unpacks it.");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
