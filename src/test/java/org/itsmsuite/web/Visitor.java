package org.itsmsuite.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who calls the suite: by a browser that keeps cookies, or by a program with a password.
 */
public class Visitor {

  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final int port;
  private final String authorization;

  private Visitor(int port, String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  public static Visitor browser(int port) {
    return new Visitor(port, null);
  }

  public static Visitor program(int port, String account, String password) {
    var pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Visitor(port, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** A program that brings a Bearer token. */
  public static Visitor bearer(int port, String token) {
    return new Visitor(port, "Bearer " + token);
  }

  public static Visitor program(int port, String account) {
    return program(port, account, account);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public HttpResponse<String> json(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
  }

  public HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    return send(method, path, body, BodyHandlers.ofString(), headers);
  }

  /** A file, to the byte. */
  public HttpResponse<byte[]> download(String path) {
    return send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
  }

  /** Sends parts as a program does. */
  public HttpResponse<String> parts(String path, Parts parts, String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = parts.contentType();
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("POST", path, BodyPublishers.ofByteArray(parts.body()), all);
  }

  private <T> HttpResponse<T> send(
      String method,
      String path,
      HttpRequest.BodyPublisher body,
      HttpResponse.BodyHandler<T> handler,
      String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form as a page of ours does, with the token that the page at {@code path} carries. */
  public HttpResponse<String> form(String path, Map<String, String> fields) {
    return form(path, path, fields);
  }

  /** The same for a form that sends to another address than its page's. */
  public HttpResponse<String> form(String from, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    var token = token(from);
    if (token != null) {
      all.put("_csrf", token);
    }
    return bareForm(path, all);
  }

  /** The token that the page's forms carry, or null. */
  public String token(String page) {
    var found = TOKEN.matcher(get(page).body());
    return found.find() ? found.group(found.group(1) == null ? 2 : 1) : null;
  }

  /** Sends a form without a token, as another site's page would. */
  public HttpResponse<String> bareForm(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** The value of a cookie the browser holds, or null. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  public HttpResponse<String> logIn(String account, String password) {
    return form("/login", Map.of("username", account, "password", password));
  }
}
