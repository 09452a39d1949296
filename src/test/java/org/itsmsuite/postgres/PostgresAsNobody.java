package org.itsmsuite.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL for a JVM that runs as root where the kernel allows no user namespaces, as in most
 * containers: root may still become somebody else. The same binaries, in a folder of their own.
 */
final class PostgresAsNobody implements AutoCloseable {

  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

  private final Path folder;
  private final int port;
  private final Process server;

  private PostgresAsNobody(Path folder, int port, Process server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  static PostgresAsNobody start(Map<String, String> settings) throws IOException {
    Path folder = Files.createTempDirectory("postgres");
    Path binaries = folder.resolve("binaries");
    unpack(binaries);
    run("chown", "-R", "65534:65534", folder.toString());
    Path data = folder.resolve("data");
    String bin = binaries.resolve("bin") + "/";
    run(asNobody(bin + "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D", data + ""));
    int port = freePort();
    Process server =
        new ProcessBuilder(asNobody(server(bin, data, port, settings)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    var started = new PostgresAsNobody(folder, port, server);
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end of PostgreSQL"));
    started.awaitReady();
    return started;
  }

  private static String[] server(String bin, Path data, int port, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", "300");
    all.put("timezone", "UTC");
    all.put("fsync", "off");
    all.put("synchronous_commit", "off");
    all.putAll(settings);
    List<String> command =
        new ArrayList<>(List.of(bin + "postgres", "-D", data + "", "-p", port + ""));
    all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command.toArray(String[]::new);
  }

  private static void unpack(Path folder) throws IOException {
    String machine = "amd64".equals(System.getProperty("os.arch")) ? "x86_64" : "aarch64";
    try (var archive =
        new TarArchiveInputStream(
            new XZInputStream(
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine)))) {
      for (TarArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(archive, file);
          file.toFile().setExecutable((entry.getMode() & 1) == 1, false);
        }
      }
    }
  }

  private static String[] asNobody(String... command) {
    List<String> all = new ArrayList<>(NOBODY);
    all.addAll(List.of(command));
    return all.toArray(String[]::new);
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ":\n" + output);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    Awaitility.await("start of PostgreSQL")
        .atMost(Duration.ofMinutes(1))
        .failFast("PostgreSQL ended while it started", () -> !server.isAlive())
        .until(this::answers);
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(PostgresServer.address(port))) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      // SIGINT: the server ends its connections; on the JVM's own SIGTERM it would wait for them.
      if (server.isAlive()) {
        run("kill", "-INT", String.valueOf(server.pid()));
      }
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
