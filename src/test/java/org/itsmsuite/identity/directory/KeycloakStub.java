package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * As much of Keycloak 26 as the directory asks: its addresses, its paging, its case-blind search
 * and its ways to fail. What it answers was compared with a real server's answers.
 */
public final class KeycloakStub implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record User(
      String id,
      String username,
      String firstName,
      String lastName,
      String email,
      boolean enabled,
      Set<String> groups) {}

  private record Group(String id, String name, String parent, String path) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private final Set<String> revoked = new HashSet<>();

  /** Answers every question with this status instead; 0 for the right answer. */
  public volatile int failWith;

  /** Seconds that tokens live. */
  public volatile int tokenLife = 300;

  /** The client's rights are missing. */
  public volatile boolean forbidden;

  /** Answers stall after their head until this is released; null: they do not. */
  public volatile CountDownLatch stalled;

  /** Answers wait for this before they begin; null: they do not. */
  public volatile CountDownLatch held;

  private KeycloakStub(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/realms/itsm/protocol/openid-connect/token", this::giveToken);
    server.createContext("/admin/realms/itsm/", this::answer);
    server.start();
  }

  public static KeycloakStub started() {
    return started(0);
  }

  public static KeycloakStub started(int port) {
    try {
      return new KeycloakStub(port);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + port() + "/realms/itsm";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * @param path such as {@code /itsm/service-desk}; the groups above must be there
   */
  public KeycloakStub group(String path) {
    int slash = path.lastIndexOf('/');
    return group(path.substring(0, slash), path.substring(slash + 1));
  }

  /** A group whose name may hold anything. */
  public KeycloakStub group(String above, String name) {
    var id = "group-" + keys.incrementAndGet();
    var parent = above.isEmpty() ? null : byPath(above).id();
    groups.put(id, new Group(id, name, parent, above + "/" + name));
    return this;
  }

  public KeycloakStub user(String name, String... paths) {
    return user(name, "First", "Last", name + "@example.org", true, paths);
  }

  public KeycloakStub user(
      String name, String first, String last, String email, boolean enabled, String... paths) {
    var id = "user-" + keys.incrementAndGet();
    var member = new HashSet<String>();
    Arrays.stream(paths).forEach(path -> member.add(byPath(path).id()));
    users.put(name, new User(id, name, first, last, email, enabled, member));
    return this;
  }

  /** {@code count} people called {@code <prefix>00001} and so on. */
  public KeycloakStub users(String prefix, int count, String... paths) {
    for (int i = 1; i <= count; i++) {
      user(prefix + String.format("%05d", i), paths);
    }
    return this;
  }

  public void join(String name, String path) {
    users.get(name).groups().add(byPath(path).id());
  }

  public void leave(String name, String path) {
    users.get(name).groups().remove(byPath(path).id());
  }

  public void remove(String name) {
    users.remove(name);
  }

  /** Takes back every token given out so far. */
  public void revokeTokens() {
    for (int i = 1; i <= tokens.get(); i++) {
      revoked.add("token-" + i);
    }
  }

  /** Questions asked since the last time, as path and query. */
  public List<String> asked() {
    var since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  public int tokensGiven() {
    return tokens.get();
  }

  /** What was sent to get tokens. */
  public List<String> forms() {
    return List.copyOf(forms);
  }

  private Group byPath(String path) {
    return groups.values().stream()
        .filter(group -> group.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group " + path));
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (failWith != 0) {
      send(exchange, failWith, Map.of("error", "broken"));
      return;
    }
    var token = "token-" + tokens.incrementAndGet();
    send(exchange, 200, Map.of("access_token", token, "expires_in", tokenLife));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var path = uri.getRawPath().substring("/admin/realms/itsm/".length());
    asked.add(path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    await(held);
    var token = exchange.getRequestHeaders().getFirst("Authorization");
    if (failWith != 0) {
      send(exchange, failWith, Map.of("error", "broken"));
    } else if (token == null || revoked.contains(token.replace("Bearer ", ""))) {
      send(exchange, 401, Map.of("error", "HTTP 401 Unauthorized"));
    } else if (forbidden) {
      send(exchange, 403, Map.of("error", "HTTP 403 Forbidden"));
    } else {
      answer(exchange, path.split("/"), parameters(uri.getRawQuery()));
    }
  }

  private void answer(HttpExchange exchange, String[] path, Map<String, String> query)
      throws IOException {
    Object body = null;
    if (path[0].equals("users")) {
      body = ofUsers(path, query);
    } else if (path[0].equals("groups")) {
      body = ofGroups(path, query);
    } else if (path[0].equals("group-by-path")) {
      var names = Arrays.stream(path).skip(1).map(KeycloakStub::decoded).toList();
      body =
          groups.values().stream()
              .filter(group -> group.path().equals("/" + String.join("/", names)))
              .map(this::shown)
              .findFirst()
              .orElse(null);
    }
    send(exchange, body == null ? 404 : 200, body == null ? Map.of("error", "Not found") : body);
  }

  private Object ofUsers(String[] path, Map<String, String> query) {
    if (path.length == 1) {
      return shown(users(found(query)), query);
    }
    if (path[1].equals("count")) {
      return users(found(query)).size();
    }
    return users(user -> user.id().equals(path[1])).stream()
        .findFirst()
        .map(
            user ->
                page(
                    groups.values().stream()
                        .filter(group -> user.groups().contains(group.id()))
                        .map(this::shown)
                        .toList(),
                    query))
        .orElse(null);
  }

  private Object ofGroups(String[] path, Map<String, String> query) {
    if (path.length == 1) {
      return page(below(null), query);
    }
    if (!groups.containsKey(path[1])) {
      return null;
    }
    return path[2].equals("children")
        ? page(below(path[1]), query)
        : shown(users(user -> user.groups().contains(path[1])), query);
  }

  private List<Map<String, Object>> below(String parent) {
    return groups.values().stream()
        .filter(group -> Objects.equals(group.parent(), parent))
        .sorted(Comparator.comparing(Group::name))
        .map(this::shown)
        .toList();
  }

  private List<User> users(Predicate<User> which) {
    return users.values().stream()
        .filter(which)
        .sorted(Comparator.comparing(User::username))
        .toList();
  }

  private static Predicate<User> found(Map<String, String> query) {
    boolean exact = "true".equals(query.get("exact"));
    boolean byName = query.containsKey("username");
    return user ->
        (byName || !user.username().startsWith("service-account-"))
            && fits(query.get("username"), user.username(), exact)
            && fits(query.get("firstName"), user.firstName(), exact)
            && fits(query.get("lastName"), user.lastName(), exact)
            && fits(query.get("email"), user.email(), exact);
  }

  private static boolean fits(String wanted, String value, boolean exact) {
    if (wanted == null) {
      return true;
    }
    var text = wanted.toLowerCase(Locale.ROOT);
    var lower = value.toLowerCase(Locale.ROOT);
    return exact ? lower.equals(text) : lower.contains(text);
  }

  private static Object shown(List<User> users, Map<String, String> query) {
    return page(
        users.stream()
            .map(
                user ->
                    Map.of(
                        "id", user.id(),
                        "username", user.username(),
                        "firstName", user.firstName(),
                        "lastName", user.lastName(),
                        "email", user.email(),
                        "enabled", user.enabled()))
            .toList(),
        query);
  }

  private Map<String, Object> shown(Group group) {
    long below =
        groups.values().stream().filter(other -> group.id().equals(other.parent())).count();
    return Map.of(
        "id", group.id(),
        "name", group.name(),
        "path", group.path(),
        "subGroupCount", below,
        "subGroups", List.of());
  }

  /** Without a maximum the real one gives 100, or 10. */
  private static <T> List<T> page(List<T> all, Map<String, String> query) {
    int first = Integer.parseInt(query.getOrDefault("first", "0"));
    int max = Integer.parseInt(query.getOrDefault("max", "10"));
    return new ArrayList<>(all.stream().skip(first).limit(max).toList());
  }

  private void send(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    if (stalled != null) {
      exchange.getResponseBody().write(bytes, 0, 1);
      exchange.getResponseBody().flush();
      await(stalled);
    }
    int sent = stalled == null ? 0 : 1;
    try (exchange) {
      exchange.getResponseBody().write(bytes, sent, bytes.length - sent);
    }
  }

  /** How many questions wait for {@link #held}. */
  public int waiting() {
    return waiting.get();
  }

  private void await(CountDownLatch latch) {
    if (latch == null) {
      return;
    }
    waiting.incrementAndGet();
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    if (query != null) {
      for (var pair : query.split("&")) {
        var parts = pair.split("=", 2);
        parameters.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
